package org.redress.ticket.work;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.redress.access.Staff;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketChanged;
import org.redress.ticket.TicketChanged.Kind;
import org.redress.ticket.TicketStatus;
import org.redress.ticket.Tickets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens solved and closed tickets again. A new round begins: the solution, the result, the call and
 * the review are owed once more, with clocks that start afresh.
 */
@Component
public class Reopening {

  private final Tickets tickets;
  private final Changes changes;
  private final Staff staff;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Reopening(
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
   * Opens a ticket again.
   *
   * @throws NotNow when it is open, or lives on in another ticket
   */
  @Transactional
  public void reopen(String number, String actor, @Nullable String reason) {
    var ticket = tickets.forChange(number);
    refuseUnlessDone(ticket);
    begin(ticket, ticket.inNextRound(), By.person(actor, clock.instant(), reason));
  }

  /**
   * Opens a ticket again because the customer is not content: the next person of the team's ladder
   * takes over.
   *
   * @throws NotNow when it is open, or lives on in another ticket
   */
  @Transactional
  public void reopenHigher(String number, String actor, @Nullable String reason) {
    var ticket = tickets.forChange(number);
    refuseUnlessDone(ticket);
    var ladder = staff.ladder(ticket.team());
    var again = ticket.inNextRound();
    begin(
        ticket,
        ticket.level() < ladder.size()
            ? again.withLevel(ticket.level() + 1).withOwner(ladder.get(ticket.level()).user())
            : again,
        By.person(actor, clock.instant(), reason));
  }

  private void refuseUnlessDone(Ticket ticket) {
    if (!isDone(ticket)) {
      throw new NotNow(ticket.number() + " is open already");
    }
    var other = tickets.livesOnAs(ticket.number());
    if (!other.equals(ticket.number())) {
      throw new NotNow("%s goes on as %s".formatted(ticket.number(), other));
    }
  }

  /** Whether nothing but call and review is left to do. */
  public static boolean isDone(Ticket ticket) {
    return ticket.status() == TicketStatus.SOLVED || ticket.status() == TicketStatus.CLOSED;
  }

  /** The customer wrote on a finished ticket, which is locked. */
  void answered(Ticket ticket, AfterEnd afterEnd) {
    var by = new By(History.REDRESS, clock.instant(), afterEnd.rule(), null, null);
    if (afterEnd.reopens()) {
      begin(ticket, ticket.inNextRound(), by);
    } else {
      changes.note(ticket.id(), "stays_finished", null, null, by);
    }
  }

  /** Begins the next round of a locked ticket. */
  private void begin(Ticket before, Ticket after, By by) {
    changes.apply(before, after, by);
    events.publishEvent(new TicketChanged(after, Kind.REOPENED, by.at()));
  }
}
