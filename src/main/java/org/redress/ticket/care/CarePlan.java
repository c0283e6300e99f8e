package org.redress.ticket.care;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.redress.decision.DecisionRecords;
import org.redress.ticket.Ticket;
import org.redress.ticket.care.CareRecords.Finished;
import org.springframework.stereotype.Component;

/** Which care steps a ticket owes, and which of them may be done now. */
@Component
public class CarePlan {

  private final CareRecords records;
  private final DecisionRecords decisions;

  CarePlan(CareRecords records, DecisionRecords decisions) {
    this.records = records;
    this.decisions = decisions;
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

  /** Whether the rules want the ticket reviewed: its decision has a deadline for the review. */
  public boolean owesReview(Ticket ticket) {
    return decisions
        .of(ticket.id())
        .filter(decision -> decision.answer("deadline").values().contains(CareStep.REVIEW.key()))
        .isPresent();
  }
}
