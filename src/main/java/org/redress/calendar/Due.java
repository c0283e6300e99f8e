package org.redress.calendar;

import java.time.Instant;
import java.util.List;

/**
 * When something is due, and the arithmetic that says so.
 *
 * @param intervals what lies between the start and {@code due}, without gaps, in order; none when
 *     nothing had to be waited for
 */
public record Due(Instant due, List<Interval> intervals) {

  /** Keeps its own copy of the intervals. */
  public Due {
    intervals = List.copyOf(intervals);
  }

  /**
   * A stretch of time of one kind.
   *
   * @param to the end, which is no longer part of it
   * @param counted whether it was used up by the span, or passed over
   * @param why the reason it was counted or passed over, such as {@code holiday: Spring Festival}
   */
  public record Interval(Instant from, Instant to, boolean counted, Wording why) {}
}
