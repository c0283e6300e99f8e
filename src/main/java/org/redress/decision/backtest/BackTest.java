package org.redress.decision.backtest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a rule book over past complaints.
 *
 * @param done complaints decided so far
 * @param total complaints in the scope
 * @param outcome what was found; none before the end
 */
public record BackTest(
    long id,
    String oldVersion,
    String newVersion,
    Scope scope,
    String actor,
    Instant startedAt,
    @Nullable Instant finishedAt,
    Status status,
    int done,
    int total,
    @Nullable Outcome outcome) {

  /** How a run stands. */
  public enum Status {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED,
    /** The service ended before it did. */
    BROKEN_OFF
  }

  public boolean isRunning() {
    return status == Status.RUNNING;
  }

  /** How far it is, from 0 to 100. */
  public int percent() {
    return total == 0 ? 100 : (int) (100L * done / total);
  }
}
