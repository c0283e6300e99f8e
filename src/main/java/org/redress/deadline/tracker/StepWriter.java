package org.redress.deadline.tracker;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.Deadlines;
import org.redress.deadline.StepsTaken;
import org.redress.ticket.Changes;
import org.redress.ticket.History;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes a batch of steps in a fixed number of round trips. */
@Component
class StepWriter {

  private final StepsTaken stepsTaken;
  private final Changes changes;
  private final History history;
  private final Deadlines deadlines;
  private final ApplicationEventPublisher events;

  StepWriter(
      StepsTaken stepsTaken,
      Changes changes,
      History history,
      Deadlines deadlines,
      ApplicationEventPublisher events) {
    this.stepsTaken = stepsTaken;
    this.changes = changes;
    this.history = history;
    this.deadlines = deadlines;
    this.events = events;
  }

  Map<Long, Set<String>> taken(Collection<Long> deadlineIds) {
    return stepsTaken.of(deadlineIds);
  }

  void write(Climb climb, Map<Long, @Nullable Instant> plan) {
    stepsTaken.add(climb.taken());
    history.add(climb.entries());
    if (!climb.changes().isEmpty()) {
      changes.apply(climb.changes());
    }
    deadlines.plan(plan);
    events.publishEvent(new StepsReached(climb.reached()));
  }
}
