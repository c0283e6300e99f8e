package org.redress.ticket.wish;

import java.time.Clock;
import java.time.Instant;
import org.redress.access.Staff;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketChanged;
import org.redress.ticket.TicketChanged.Kind;
import org.redress.ticket.TicketStatus;
import org.redress.ticket.Tickets;
import org.redress.ticket.work.Reopening;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets customers ask for somebody higher, and withdraw; both leave their words on the ticket. */
@Component
public class CustomerWishes {

  /** Where the customer asked for somebody higher, as the history calls it. */
  public static final String ASKED_HIGHER = "asked_higher";

  /** Where the customer withdrew, as the history calls it. */
  public static final String WITHDRAWN = "withdrawn";

  private static final String SOMEONE_IN_DANGER = "critical";

  private final Tickets tickets;
  private final Changes changes;
  private final Said said;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CustomerWishes(
      Tickets tickets, Changes changes, Said said, ApplicationEventPublisher events, Clock clock) {
    this.tickets = tickets;
    this.changes = changes;
    this.said = said;
    this.events = events;
    this.clock = clock;
  }

  /** What a wish goes by: the customer's words, and who is above whom. */
  @Component("wishSaid")
  record Said(CustomerWords words, Staff staff) {}

  /** A customer asked for somebody higher, who has the ticket now; told inside the transaction. */
  public record AskedHigher(Ticket ticket, String user, String words, Instant at) {}

  /**
   * Hands a ticket to the next rank of its team's ladder, because its customer asks for it; at the
   * top it stays with its owner, who reads the words. A finished ticket begins a new round.
   */
  @Transactional
  public void askHigher(String number, String words) {
    var ticket = tickets.forChange(tickets.livesOnAs(number));
    var by = By.person(History.REDRESS, clock.instant());
    said.words().add(ticket, words, by);
    var ladder = said.staff().ladder(ticket.team());
    var isDone = Reopening.isDone(ticket);
    var after = isDone ? ticket.inNextRound() : ticket;
    if (ticket.level() < ladder.size()) {
      after = after.withLevel(ticket.level() + 1).withOwner(ladder.get(ticket.level()).user());
    }
    changes.note(ticket.id(), ASKED_HIGHER, null, after.owner(), by);
    changes.apply(ticket, after, by);
    if (isDone) {
      events.publishEvent(new TicketChanged(after, Kind.REOPENED, by.at()));
    }
    if (after.owner() != null) {
      events.publishEvent(new AskedHigher(after, after.owner(), words, by.at()));
    }
  }

  /**
   * Closes a ticket because its customer withdraws. Where somebody may be in danger, or the matter
   * had to be told to others at once, it stays open: the cause is there whether one complains or
   * not.
   *
   * @return whether it is closed
   */
  @Transactional
  public boolean withdraw(String number, String words) {
    var ticket = tickets.forChange(tickets.livesOnAs(number));
    var by = By.person(History.REDRESS, clock.instant());
    said.words().add(ticket, words, by);
    changes.note(ticket.id(), WITHDRAWN, null, null, by);
    if (ticket.status() == TicketStatus.CLOSED || mustBeLookedInto(ticket)) {
      return ticket.status() == TicketStatus.CLOSED;
    }
    var closed = ticket.with(TicketStatus.CLOSED);
    changes.apply(ticket, closed, by);
    events.publishEvent(new TicketChanged(closed, Kind.WITHDRAWN, by.at()));
    return true;
  }

  private static boolean mustBeLookedInto(Ticket ticket) {
    return ticket.verdict().severity().equals(SOMEONE_IN_DANGER)
        || !ticket.verdict().escalation().equals("none");
  }
}
