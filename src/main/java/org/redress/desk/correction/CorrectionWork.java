package org.redress.desk.correction;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.desk.VisibleTickets;
import org.redress.ticket.Ticket;
import org.redress.ticket.correction.Correcting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Corrects a ticket and lets follow what follows, in one transaction. */
@Component
class CorrectionWork {

  static final int LONGEST_REASON = 2000;

  private final VisibleTickets tickets;
  private final Correcting correcting;
  private final Consequences consequences;

  CorrectionWork(VisibleTickets tickets, Correcting correcting, Consequences consequences) {
    this.tickets = tickets;
    this.correcting = correcting;
    this.consequences = consequences;
  }

  /** Something is missing; the message is a key. */
  static class Incomplete extends RuntimeException {
    Incomplete(String key) {
      super(key);
    }
  }

  /** A ticket that must not be seen does not exist for the person. */
  Ticket visible(String number, Person me) {
    return tickets.visible(number, me);
  }

  /**
   * Corrects a ticket.
   *
   * @param follow the questions whose answers by rule are to follow
   * @return the ticket as it is now
   * @throws Incomplete when nothing changes, or no reason is given
   * @throws org.redress.ticket.correction.NoSuchAnswer when an answer is unknown
   */
  @Transactional
  Ticket correct(
      String number, Wanted wanted, Collection<String> follow, @Nullable String reason, Person me) {
    if (wanted.isEmpty()) {
      throw new Incomplete("correct.nothing");
    }
    if (reason == null || reason.isBlank()) {
      throw new Incomplete("correct.reason.missing");
    }
    if (reason.strip().length() > LONGEST_REASON) {
      throw new Incomplete("handling.reason.long");
    }
    correcting.check(wanted.answers());
    var foreseen = consequences.of(visible(number, me), wanted);
    var ticket = correcting.correct(number, wanted.answers(), me.name(), reason.strip());
    for (var following : foreseen.following()) {
      if (follow.contains(following.question())) {
        var rule = following.because().rule();
        ticket =
            correcting.follow(number, following.question(), following.after(), rule, me.name());
      }
    }
    return ticket;
  }
}
