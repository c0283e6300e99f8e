package org.redress.desk.compensation;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.compensation.Award;
import org.redress.compensation.Ledger;
import org.redress.compensation.Offers;
import org.redress.compensation.Offers.Offer;
import org.redress.compensation.Step;
import org.redress.ticket.Ticket;
import org.springframework.stereotype.Component;

/** What was offered on a ticket, and what else the rules have. */
@Component
public class OfferList {

  private final Offers offers;
  private final Ledger ledger;
  private final Clock clock;

  OfferList(Offers offers, Ledger ledger, Clock clock) {
    this.offers = offers;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * The offers of a ticket.
   *
   * @param awards what was put forward, oldest first
   * @param open what the rules propose and nobody has put forward
   * @param asked who was asked last to approve, by the award that waits for it
   * @param kinds every kind there is
   * @param given what the customer got or was promised in a year, in the site's currency
   */
  public record Listed(
      List<Award> awards,
      List<Offer> open,
      Map<Long, String> asked,
      Set<String> kinds,
      BigDecimal given) {

    /** The kinds that may still be put forward. */
    public List<String> others() {
      return kinds.stream()
          .filter(kind -> awards.stream().noneMatch(a -> a.kind().equals(kind) && a.counts()))
          .toList();
    }

    /** Whether the customer declined something, so that what is open are alternatives. */
    public boolean isDeclined() {
      return awards.stream().anyMatch(award -> award.state() == Step.DECLINED);
    }
  }

  /** The offers of a ticket; what was put forward once, whatever became of it, is not open. */
  public Listed of(Ticket ticket) {
    var awards = ledger.ofTicket(ticket.id());
    var open =
        offers.of(ticket.id()).stream()
            .filter(offer -> awards.stream().noneMatch(a -> a.kind().equals(offer.kind())))
            .toList();
    var given = ledger.givenInYear(ticket.customerId(), clock.instant());
    return new Listed(awards, open, asked(awards), offers.kinds(), given);
  }

  private Map<Long, String> asked(List<Award> awards) {
    var asked = new HashMap<Long, String>();
    for (var award : awards) {
      if (award.state() == Step.PROPOSED) {
        ledger.asked(award.id()).forEach(user -> asked.put(award.id(), user));
      }
    }
    return asked;
  }
}
