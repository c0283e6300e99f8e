package org.redress.compensation;

import java.math.BigDecimal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.redress.access.SiteSettings;
import org.redress.compensation.Awards.Wish;
import org.redress.compensation.CompensationRefused.Why;
import org.redress.compensation.policy.Policy;
import org.redress.storage.Ids;
import org.redress.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Makes an award of what an agent wants to give: a known kind, a sound amount, or a reason. */
@Component
class Drafting {

  private static final int CENTS = 2;
  private static final int DIGITS = 10;

  private final Offers offers;
  private final Policy policy;
  private final Ids ids;
  private final SiteSettings site;
  private final Clock clock;

  Drafting(Offers offers, Policy policy, Ids ids, SiteSettings site, Clock clock) {
    this.offers = offers;
    this.policy = policy;
    this.ids = ids;
    this.site = site;
    this.clock = clock;
  }

  /**
   * The award that is wanted; an amount left out is the one that the rules offer.
   *
   * @throws CompensationRefused when it makes no sense
   */
  Award draft(Ticket ticket, Wish wish, String actor) {
    if (!offers.kinds().contains(wish.kind())) {
      throw new CompensationRefused(Why.UNKNOWN_KIND, wish.kind());
    }
    var offer =
        offers.of(ticket.id()).stream()
            .filter(one -> one.kind().equals(wish.kind()))
            .findFirst()
            .orElse(null);
    var offered = offer == null ? null : offer.amount();
    var amount = wish.amount() == null ? offered : sound(wish.amount());
    if (wish.reason() == null && (offer == null || !same(amount, offered))) {
      throw new CompensationRefused(Why.REASON_NEEDED);
    }
    var now = clock.instant();
    return new Award(
        ids.next(),
        ticket.id(),
        ticket.customerId(),
        ticket.team(),
        now.atZone(site.timeZone()).toLocalDate().withDayOfMonth(1),
        wish.kind(),
        amount,
        policy.currency().getCurrencyCode(),
        actor,
        now,
        Step.PROPOSED);
  }

  private static BigDecimal sound(BigDecimal amount) {
    if (amount.signum() <= 0
        || amount.precision() - amount.scale() > DIGITS
        || amount.stripTrailingZeros().scale() > CENTS) {
      throw new CompensationRefused(Why.AMOUNT);
    }
    return amount.setScale(CENTS);
  }

  private static boolean same(@Nullable BigDecimal amount, @Nullable BigDecimal offered) {
    return amount == null || offered == null ? amount == offered : amount.compareTo(offered) == 0;
  }
}
