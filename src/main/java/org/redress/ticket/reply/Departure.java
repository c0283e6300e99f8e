package org.redress.ticket.reply;

import java.time.Clock;
import org.redress.ticket.Tickets;
import org.redress.ticket.work.TicketWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a reply go that nobody took back; one that went stale in its last seconds is held. */
@Component
class Departure {

  private final ReplyDrafts drafts;
  private final Meanwhile meanwhile;
  private final Tickets tickets;
  private final TicketWork work;
  private final Clock clock;

  Departure(
      ReplyDrafts drafts, Meanwhile meanwhile, Tickets tickets, TicketWork work, Clock clock) {
    this.drafts = drafts;
    this.meanwhile = meanwhile;
    this.tickets = tickets;
    this.work = work;
    this.clock = clock;
  }

  /** Sends the next reply whose time has come; false when there is none. */
  @Transactional
  boolean next() {
    var due = drafts.claim(clock.instant(), 1);
    for (var draft : due) {
      if (meanwhile.since(draft.ticketId(), draft.seenAt(), draft.author()).isEmpty()) {
        drafts.delete(draft.ticketId(), draft.author());
        work.reply(tickets.get(draft.ticketId()).number(), draft.author(), draft.text());
      } else {
        drafts.hold(draft);
      }
    }
    return !due.isEmpty();
  }
}
