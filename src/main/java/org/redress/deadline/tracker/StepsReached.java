package org.redress.deadline.tracker;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.redress.deadline.Deadline;
import org.redress.decision.obligation.Ladder;
import org.redress.ticket.Ticket;

/** Steps of ladders were taken; told inside the transaction that takes them. */
public record StepsReached(List<Reached> steps) {

  /**
   * One step.
   *
   * @param at when it was to be taken; long ago after hours of downtime
   * @param ticket as it is after the step
   * @param handedOver whether the ticket has another owner by it
   * @param tell the users to be told
   */
  public record Reached(
      Deadline deadline,
      Ladder.Step step,
      Instant at,
      Ticket ticket,
      boolean handedOver,
      Set<String> tell) {}
}
