package org.redress.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Instants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The care steps of tickets: done one after the other, so that none can be passed over. */
@Repository
public class CareSteps {

  private final JdbcClient jdbc;
  private final Tickets tickets;
  private final History history;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CareSteps(
      JdbcClient jdbc,
      Tickets tickets,
      History history,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.tickets = tickets;
    this.history = history;
    this.events = events;
    this.clock = clock;
  }

  /** A step that was done, told inside the same transaction. */
  public record Done(Ticket ticket, CareStep step, Instant at) {}

  /** A step of a ticket that is finished. */
  public record Finished(CareStep step, Instant at, String by, @Nullable String note) {}

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
    var next = next(ticket.id());
    if (!next.equals(Optional.of(step))) {
      throw new Refused(step, next);
    }
    var now = clock.instant();
    jdbc.sql(
            "insert into care_step (ticket_id, step, done_at, done_by, note) values (?, ?, ?, ?, ?)")
        .params(ticket.id(), step.key(), Instants.bind(now), actor, note)
        .update();
    var status = statusAfter(step);
    tickets.change(ticket.id(), status, ticket.team(), ticket.owner(), ticket.level());
    history.add(
        List.of(
            new History.Entry(ticket.id(), now, actor, "care_step", null, step.key(), null),
            new History.Entry(
                ticket.id(), now, actor, "status", ticket.status().key(), status.key(), null)));
    events.publishEvent(new Done(ticket, step, now));
  }

  private static TicketStatus statusAfter(CareStep step) {
    return switch (step) {
      case GIVE_RESULT, FOLLOW_UP -> TicketStatus.SOLVED;
      case REVIEW -> TicketStatus.CLOSED;
      default -> TicketStatus.OPEN;
    };
  }

  /** The step that is due next; none when all are done. */
  public Optional<CareStep> next(long ticketId) {
    var finished = finished(ticketId).stream().map(Finished::step).toList();
    return Arrays.stream(CareStep.values()).filter(step -> !finished.contains(step)).findFirst();
  }

  /** The finished steps of a ticket in their order. */
  public List<Finished> finished(long ticketId) {
    return jdbc.sql("select * from care_step where ticket_id = :ticket order by done_at")
        .param("ticket", ticketId)
        .query(
            (row, number) ->
                new Finished(
                    CareStep.of(row.getString("step")).orElseThrow(),
                    Instants.readPresent(row, "done_at"),
                    row.getString("done_by"),
                    row.getString("note")))
        .list();
  }
}
