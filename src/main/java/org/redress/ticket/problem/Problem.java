package org.redress.ticket.problem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cause that keeps coming back, and somebody who sees to it.
 *
 * @param tickets how many tickets belong to it
 * @param solution what ended it; none while it is open
 */
public record Problem(
    long id,
    String category,
    String cause,
    @Nullable String owner,
    Instant openedAt,
    @Nullable Instant solvedAt,
    @Nullable String solvedBy,
    @Nullable String solution,
    long tickets) {

  /** Whether it still waits for a solution. */
  public boolean isOpen() {
    return solvedAt == null;
  }
}
