package org.redress.ticket.problem;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ticket.fulltext.Telling;

/**
 * A cause that keeps coming back, or a fault that many customers tell of, and somebody who sees to
 * it.
 *
 * @param words the words that many customers used for a fault, with spaces between; none when the
 *     problem is a cause that was found again and again
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
    @Nullable String words,
    long tickets) {

  /** What customers said of a fault, as people read it; none when it is a cause. */
  public @Nullable String readableWords() {
    return words == null ? null : Telling.readable(List.of(words.split(" ")));
  }

  /** Whether it still waits for a solution. */
  public boolean isOpen() {
    return solvedAt == null;
  }
}
