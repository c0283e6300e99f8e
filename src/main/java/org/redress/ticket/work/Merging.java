package org.redress.ticket.work;

import java.time.Clock;
import java.util.stream.Stream;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.TicketChanged;
import org.redress.ticket.TicketChanged.Kind;
import org.redress.ticket.TicketStatus;
import org.redress.ticket.Tickets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two tickets about one matter become one: the first ends, the second goes on. */
@Component
public class Merging {

  private final Tickets tickets;
  private final Changes changes;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Merging(
      Tickets tickets,
      Changes changes,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.tickets = tickets;
    this.changes = changes;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Ends the ticket {@code number}, which goes on as part of {@code into}.
   *
   * @throws NotNow when they are of different customers, the same ticket, or ended
   */
  @Transactional
  public void merge(String number, String into, String actor) {
    if (number.equals(into)) {
      throw new NotNow("a ticket cannot be merged with itself");
    }
    // Always locked in the same order, so that two people merging crosswise do not block for ever.
    var inOrder = Stream.of(number, into).sorted().map(tickets::forChange).toList();
    var ending = inOrder.get(inOrder.get(0).number().equals(number) ? 0 : 1);
    var goingOn = inOrder.get(inOrder.get(0).number().equals(number) ? 1 : 0);
    if (ending.customerId() != goingOn.customerId()) {
      throw new NotNow("%s and %s are of different customers".formatted(number, into));
    }
    if (ending.status() == TicketStatus.CLOSED || goingOn.status() == TicketStatus.CLOSED) {
      throw new NotNow("a closed ticket cannot be merged; open it again first");
    }
    var now = clock.instant();
    var by = By.person(actor, now);
    var ended = ending.with(TicketStatus.CLOSED);
    changes.apply(ending, ended, by);
    changes.note(ending.id(), "merged_into", null, into, by);
    changes.note(goingOn.id(), "merged_with", null, number, by);
    jdbc.sql("update ticket set merged_into = :into where id = :id")
        .param("into", into)
        .param("id", ending.id())
        .update();
    events.publishEvent(new TicketChanged(ended, Kind.MERGED, now));
    events.publishEvent(new TicketChanged(goingOn, Kind.ABSORBED, now));
  }
}
