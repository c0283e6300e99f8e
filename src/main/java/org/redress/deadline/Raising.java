package org.redress.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.access.Staff;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketWork;
import org.redress.ticket.Tickets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a passed deadline does: the ticket goes one level up, to the next person of the ladder. */
@Component
class Raising {

  private final Deadlines deadlines;
  private final Tickets tickets;
  private final TicketWork work;
  private final Staff staff;
  private final ApplicationEventPublisher events;

  Raising(
      Deadlines deadlines,
      Tickets tickets,
      TicketWork work,
      Staff staff,
      ApplicationEventPublisher events) {
    this.deadlines = deadlines;
    this.tickets = tickets;
    this.work = work;
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
    var locked = tickets.tryLock(deadline.ticketId());
    if (locked.isEmpty() || !deadlines.takeStep(deadline.id(), now)) {
      return false;
    }
    var ticket = locked.get();
    var raised =
        work.raise(ticket, deadline.obligation(), ownerAbove(ticket), now, deadline.rule());
    deadlines.recordStep(deadline.id(), 1, now, ticket.owner(), raised.owner());
    events.publishEvent(new DeadlinePassed(raised, deadline));
    return true;
  }

  /** The next person of the team's ladder; none when the ticket is at its top. */
  private @Nullable String ownerAbove(Ticket ticket) {
    var team = staff.teams().get(ticket.team());
    return team != null && ticket.level() < team.ladder().size()
        ? team.ladder().get(ticket.level())
        : null;
  }
}
