package org.redress.deadline;

import java.time.Instant;
import java.util.List;
import org.redress.access.Staff;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Ticket;
import org.redress.ticket.Tickets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a passed deadline does: the ticket goes one level up, to the next person of the ladder. */
@Component
class Raising {

  private final Deadlines deadlines;
  private final Tickets tickets;
  private final Changes changes;
  private final Staff staff;
  private final ApplicationEventPublisher events;

  Raising(
      Deadlines deadlines,
      Tickets tickets,
      Changes changes,
      Staff staff,
      ApplicationEventPublisher events) {
    this.deadlines = deadlines;
    this.tickets = tickets;
    this.changes = changes;
    this.staff = staff;
    this.events = events;
  }

  /**
   * Takes the step of one deadline.
   *
   * @return whether it was taken; not when someone works on the ticket at this moment, or was
   *     faster
   */
  boolean raise(Deadline deadline, Instant now) {
    var ticket = tickets.tryLock(List.of(deadline.ticketId())).get(deadline.ticketId());
    if (ticket == null || !deadlines.takeStep(deadline.id(), now)) {
      return false;
    }
    var by = By.clock(now, deadline.rule(), deadline.obligation());
    changes.note(ticket.id(), "deadline_passed", null, deadline.obligation(), by);
    var raised = above(ticket);
    changes.apply(ticket, raised, by);
    deadlines.recordStep(deadline.id(), "due", now, ticket.owner(), raised.owner());
    events.publishEvent(new DeadlinePassed(raised, deadline));
    return true;
  }

  /** The ticket with the next person of the team's ladder; as it is when it is at the top. */
  private Ticket above(Ticket ticket) {
    var ladder = staff.ladder(ticket.team());
    return ticket.level() < ladder.size()
        ? ticket.withLevel(ticket.level() + 1).withOwner(ladder.get(ticket.level()).user())
        : ticket;
  }
}
