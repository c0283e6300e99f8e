package org.redress.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a clock stood still.
 *
 * @param over pauses that have ended, in order, without overlap
 * @param since the beginning of a pause that goes on; none when the clock runs
 */
public record Pauses(List<Pause> over, @Nullable Instant since) {

  /** The clock never stood still. */
  public static final Pauses NONE = new Pauses(List.of(), null);

  /** Keeps its own copy; refuses pauses out of order. */
  public Pauses {
    over = List.copyOf(over);
    for (int i = 0; i < over.size(); i++) {
      Instant next = i + 1 < over.size() ? over.get(i + 1).from() : since;
      if (next != null && next.isBefore(over.get(i).to())) {
        throw new IllegalArgumentException("pauses overlap or are out of order: " + over);
      }
    }
  }

  /** One pause; {@code to} is no longer part of it. */
  public record Pause(Instant from, Instant to) {}

  /** The same pauses, but one that goes on is taken to end now. */
  public Pauses endedAt(Instant now) {
    if (since == null || now.isBefore(since)) {
      return this;
    }
    List<Pause> all = new ArrayList<>(over);
    all.add(new Pause(since, now));
    return new Pauses(all, null);
  }

  /** Whether the clock stands still at {@code at} for good, as far as is known. */
  boolean isStuckAt(Instant at) {
    return since != null && !at.isBefore(since);
  }

  /** Whether the clock stood still right before {@code at}. */
  boolean cover(Instant at) {
    return (since != null && since.isBefore(at))
        || over.stream().anyMatch(it -> it.from().isBefore(at) && !it.to().isBefore(at));
  }
}
