package org.redress.ticket.work;

import java.time.Clock;
import org.redress.access.Staff;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketChanged;
import org.redress.ticket.TicketChanged.Kind;
import org.redress.ticket.Tickets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Corrects where a ticket is handled and how urgent it is; always with a reason. */
@Component
public class Rerouting {

  private final Tickets tickets;
  private final Changes changes;
  private final Staff staff;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Rerouting(
      Tickets tickets,
      Changes changes,
      Staff staff,
      ApplicationEventPublisher events,
      Clock clock) {
    this.tickets = tickets;
    this.changes = changes;
    this.staff = staff;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Hands a ticket to another team, where it waits for an owner.
   *
   * @return the ticket as it is now
   * @throws IllegalArgumentException when there is no such team
   */
  @Transactional
  public Ticket move(String number, String team, String actor, String reason) {
    if (!staff.teams().containsKey(team)) {
      throw new IllegalArgumentException(
          "there is no team '%s'; one of %s".formatted(team, staff.teams().keySet()));
    }
    var ticket = tickets.forChange(number);
    return ticket.team().equals(team)
        ? ticket
        : write(ticket, ticket.atTeam(team), Kind.MOVED, actor, reason);
  }

  /** Makes a ticket more or less urgent; {@code priority} is an answer of the rule book. */
  @Transactional
  public Ticket prioritise(String number, String priority, String actor, String reason) {
    var ticket = tickets.forChange(number);
    var verdict = ticket.verdict();
    return verdict.priority().equals(priority)
        ? ticket
        : write(
            ticket, ticket.with(verdict.withPriority(priority)), Kind.REPRIORITISED, actor, reason);
  }

  private Ticket write(Ticket before, Ticket after, Kind kind, String actor, String reason) {
    var now = clock.instant();
    changes.apply(before, after, By.person(actor, now, reason));
    events.publishEvent(new TicketChanged(after, kind, now));
    return after;
  }
}
