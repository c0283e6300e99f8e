package org.redress.ticket.work;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketChanged;
import org.redress.ticket.TicketChanged.Kind;
import org.redress.ticket.TicketStatus;
import org.redress.ticket.Tickets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tickets that wait for their customer's answer; meanwhile the clocks that may pause do. */
@Component
public class CustomerWait {

  private final Tickets tickets;
  private final Changes changes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CustomerWait(Tickets tickets, Changes changes, ApplicationEventPublisher events, Clock clock) {
    this.tickets = tickets;
    this.changes = changes;
    this.events = events;
    this.clock = clock;
  }

  /**
   * It is the customer's turn.
   *
   * @param reason what was asked
   * @throws NotNow when nothing is left to do on the ticket
   */
  @Transactional
  public void begin(String number, String actor, @Nullable String reason) {
    var ticket = tickets.forChange(number);
    switch (ticket.status()) {
      case WAITING -> {}
      case NEW, OPEN -> turn(ticket, TicketStatus.WAITING, Kind.WAITS, actor, reason);
      default -> throw new NotNow(number + " is solved: it waits for nothing");
    }
  }

  /** It is our turn again; nothing happens when it was. */
  @Transactional
  public void end(String number, String actor) {
    end(tickets.forChange(number), actor);
  }

  /** It is our turn again; {@code ticket} is locked. Returns it as it is now. */
  Ticket end(Ticket ticket, String actor) {
    return ticket.status() == TicketStatus.WAITING
        ? turn(ticket, TicketStatus.OPEN, Kind.GOES_ON, actor, null)
        : ticket;
  }

  private Ticket turn(
      Ticket ticket, TicketStatus status, Kind kind, String actor, @Nullable String reason) {
    var now = clock.instant();
    var changed = ticket.with(status);
    changes.apply(ticket, changed, By.person(actor, now, reason));
    events.publishEvent(new TicketChanged(changed, kind, now));
    return changed;
  }
}
