package org.redress.ticket.work;

import java.time.Clock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketChanged;
import org.redress.ticket.TicketChanged.Kind;
import org.redress.ticket.TicketStatus;
import org.redress.ticket.Tickets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two tickets about one matter become one: the first ends, the second goes on. Can be undone. */
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

  /** A ticket that ended in another, and that other; both locked. */
  private record Merged(Ticket ending, Ticket goingOn) {}

  /** Always in the same order, so that two people merging crosswise do not block for ever. */
  private Merged lock(String number, String into) {
    var inOrder = Stream.of(number, into).sorted().map(tickets::forChange).toList();
    var first = inOrder.get(0).number().equals(number) ? 0 : 1;
    return new Merged(inOrder.get(first), inOrder.get(1 - first));
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
    var both = lock(number, into);
    var ending = both.ending();
    var goingOn = both.goingOn();
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
    goesOnAs(ending, into);
    events.publishEvent(new TicketChanged(ended, Kind.MERGED, now));
    events.publishEvent(new TicketChanged(goingOn, Kind.ABSORBED, now));
  }

  /**
   * Makes a merged ticket one of its own again, as it was before; what was said meanwhile stays
   * with the other.
   *
   * @throws NotNow when it was not merged
   */
  @Transactional
  public void undo(String number, String actor) {
    var both = lock(number, mergedInto(number));
    if (!mergedInto(number).equals(both.goingOn().number())) {
      throw new NotNow("somebody else changed %s at the same moment".formatted(number));
    }
    var now = clock.instant();
    var by = By.person(actor, now);
    var revived = both.ending().with(statusBefore(both.ending()));
    changes.apply(both.ending(), revived, by);
    changes.note(revived.id(), "unmerged_from", null, both.goingOn().number(), by);
    changes.note(both.goingOn().id(), "unmerged", null, number, by);
    goesOnAs(revived, null);
    events.publishEvent(new TicketChanged(revived, Kind.UNMERGED, now));
    events.publishEvent(new TicketChanged(both.goingOn(), Kind.RELEASED, now));
  }

  private String mergedInto(String number) {
    return jdbc.sql("select merged_into from ticket where number = :number and merged_into <> ''")
        .param("number", number)
        .query(String.class)
        .optional()
        .orElseThrow(() -> new NotNow(number + " is not part of another ticket"));
  }

  /** The merging closed it; before, it was what the history says. */
  private TicketStatus statusBefore(Ticket ticket) {
    return jdbc.sql(
            """
            select old_value from history
            where ticket_id = :id and event = 'status' and new_value = 'closed'
            order by at desc, id desc limit 1
            """)
        .param("id", ticket.id())
        .query(String.class)
        .optional()
        .map(TicketStatus::of)
        .orElse(TicketStatus.OPEN);
  }

  private void goesOnAs(Ticket ticket, @Nullable String other) {
    jdbc.sql("update ticket set merged_into = :other where id = :id")
        .param("other", other)
        .param("id", ticket.id())
        .update();
  }
}
