package org.redress.ticket.care;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.redress.ticket.Ticket;
import org.redress.ticket.care.CareRecords.Finished;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which care steps a ticket owes, and which of them may be done now. */
@Component
public class CarePlan {

  private final CareRecords records;
  private final JdbcClient jdbc;

  CarePlan(CareRecords records, JdbcClient jdbc) {
    this.records = records;
    this.jdbc = jdbc;
  }

  /** The steps of a ticket, done and to be done, in their order. */
  public List<CareStep> steps(Ticket ticket) {
    var review = owesReview(ticket);
    return Arrays.stream(CareStep.values())
        .filter(step -> step != CareStep.REVIEW || review)
        .toList();
  }

  /**
   * The finished steps of a ticket in the order they were done. What was understood stays
   * understood when a ticket is opened again; solution, result, call and review count for their
   * round only.
   */
  public List<Finished> finished(Ticket ticket) {
    return records.finished(ticket);
  }

  /** The steps that may be done now; none when all are done. Cause and demand go side by side. */
  public List<CareStep> due(Ticket ticket) {
    var done = records.finished(ticket).stream().map(Finished::step).collect(Collectors.toSet());
    return steps(ticket).stream()
        .filter(step -> !done.contains(step) && done.containsAll(step.before()))
        .toList();
  }

  /** Whether the ticket is to be reviewed: a deadline for it is owed, or was kept. */
  public boolean owesReview(Ticket ticket) {
    return jdbc.sql(
                """
                select count(*) from deadline
                where ticket_id = :ticket and round = :round and obligation = :review
                  and (ended_at is null or met_at is not null)
                """)
            .param("ticket", ticket.id())
            .param("round", ticket.round())
            .param("review", CareStep.REVIEW.key())
            .query(Long.class)
            .single()
        > 0;
  }
}
