package org.redress.ticket.care;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Instants;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketChanged;
import org.redress.ticket.TicketChanged.Kind;
import org.redress.ticket.TicketStatus;
import org.redress.ticket.Tickets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The care steps of tickets: done one after the other, so that none can be passed over. */
@Repository
public class CareSteps {

  private final JdbcClient jdbc;
  private final Tickets tickets;
  private final Changes changes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CareSteps(
      JdbcClient jdbc,
      Tickets tickets,
      Changes changes,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.tickets = tickets;
    this.changes = changes;
    this.events = events;
    this.clock = clock;
  }

  /** A step of a ticket that is finished. */
  public record Finished(CareStep step, int round, Instant at, String by, @Nullable String note) {}

  /** A step that must not be done now; the message says which comes first. */
  public static class Refused extends RuntimeException {

    private final transient Optional<CareStep> next;

    Refused(CareStep step, Optional<CareStep> next) {
      super(
          next.map(first -> "%s cannot be done before %s".formatted(step.key(), first.key()))
              .orElse("all care steps are done"));
      this.next = next;
    }

    /** The step that comes first; none when all are done. */
    public Optional<CareStep> next() {
      return next;
    }
  }

  /**
   * Finishes the next step of a ticket and with it, at the right steps, the ticket itself.
   *
   * @throws Refused when another step comes first
   */
  @Transactional
  public void finish(String number, CareStep step, String actor, @Nullable String note) {
    var ticket = tickets.forChange(number);
    var next = next(ticket);
    if (!next.equals(Optional.of(step))) {
      throw new Refused(step, next);
    }
    var now = clock.instant();
    jdbc.sql(
            """
            insert into care_done (ticket_id, step, round, done_at, done_by, note)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(ticket.id(), step.key(), ticket.round(), Instants.bind(now), actor, note)
        .update();
    var by = By.person(actor, now);
    changes.note(ticket.id(), "care_step", null, step.key(), by);
    var changed = ticket.with(statusAfter(step));
    changes.apply(ticket, changed, by);
    events.publishEvent(new TicketChanged(changed, Kind.STEP_DONE, step.key(), now));
  }

  private static TicketStatus statusAfter(CareStep step) {
    return switch (step) {
      case GIVE_RESULT, FOLLOW_UP -> TicketStatus.SOLVED;
      case REVIEW -> TicketStatus.CLOSED;
      default -> TicketStatus.OPEN;
    };
  }

  /** The step that is due next; none when all are done. */
  public Optional<CareStep> next(Ticket ticket) {
    var finished = finished(ticket).stream().map(Finished::step).toList();
    return Arrays.stream(CareStep.values()).filter(step -> !finished.contains(step)).findFirst();
  }

  /**
   * The finished steps of a ticket in their order. What was understood stays understood when a
   * ticket is opened again; solution, result, call and review count for their round only.
   */
  public List<Finished> finished(Ticket ticket) {
    return jdbc
        .sql("select * from care_done where ticket_id = :ticket order by done_at, round")
        .param("ticket", ticket.id())
        .query(
            (row, number) ->
                new Finished(
                    CareStep.of(row.getString("step")).orElseThrow(),
                    row.getInt("round"),
                    Instants.readPresent(row, "done_at"),
                    row.getString("done_by"),
                    row.getString("note")))
        .list()
        .stream()
        .filter(done -> !done.step().isOwedEachRound() || done.round() == ticket.round())
        .toList();
  }
}
