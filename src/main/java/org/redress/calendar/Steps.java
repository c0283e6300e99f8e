package org.redress.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.redress.calendar.Due.Interval;
import org.redress.calendar.Pauses.Pause;

/** Writes the arithmetic down while it is done, joining neighbours that have the same reason. */
final class Steps {

  private final List<Step> steps = new ArrayList<>();
  private final Pauses pauses;
  private Instant at;

  Steps(Instant start, Pauses pauses) {
    this.at = start;
    this.pauses = pauses;
  }

  /** How far the arithmetic has come. */
  Instant at() {
    return at;
  }

  /** Passes over the time up to {@code until}; does nothing if that is behind. */
  void skip(Instant until, Wording why) {
    add(until, false, why, 0);
  }

  /**
   * Counts the time up to {@code until} but for pauses, until nothing is left to count.
   *
   * @return what is left
   */
  Duration count(Instant until, Duration left, Wording why) {
    for (Pause pause : pauses.over()) {
      if (!left.isZero() && pause.to().isAfter(at) && pause.from().isBefore(until)) {
        left = run(pause.from(), left, why);
        if (!left.isZero()) {
          skip(earlier(pause.to(), until), Wording.PAUSED);
        }
      }
    }
    Instant since = pauses.since();
    return run(since == null ? until : earlier(since, until), left, why);
  }

  private Duration run(Instant until, Duration left, Wording why) {
    Duration here = Duration.between(at, until);
    if (here.isNegative()) {
      return left;
    }
    Duration counted = here.compareTo(left) < 0 ? here : left;
    add(at.plus(counted), true, why, 0);
    return left.minus(counted);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Whether the clock stands still right before {@code at}. */
  boolean isPausedAt(Instant moment) {
    return pauses.cover(moment);
  }

  /** Whether a pause that goes on keeps the arithmetic from coming further. */
  boolean isStuck() {
    return pauses.isStuckAt(at);
  }

  /** Counts the time up to {@code until} as the working day with that number, from 1. */
  void countDay(Instant until, Wording why, int number) {
    add(until, true, why, number);
  }

  /** What was reached, with all steps up to there. */
  Due due() {
    return new Due(at, steps.stream().map(Step::interval).toList());
  }

  private void add(Instant until, boolean counted, Wording why, int day) {
    if (!until.isAfter(at)) {
      return;
    }
    Step step = new Step(at, until, counted, why, day, day);
    int last = steps.size() - 1;
    if (last >= 0 && steps.get(last).joins(step)) {
      steps.set(last, steps.get(last).upTo(step));
    } else {
      steps.add(step);
    }
    at = until;
  }

  /** One interval in the making; the days are numbers of working days, 0 if not counted by day. */
  private record Step(
      Instant from, Instant to, boolean counted, Wording why, int firstDay, int lastDay) {

    boolean joins(Step next) {
      return counted == next.counted && why.equals(next.why);
    }

    Step upTo(Step next) {
      return new Step(from, next.to, counted, why, firstDay, next.lastDay);
    }

    Interval interval() {
      return new Interval(from, to, counted, lastDay == 0 ? why : why.ofDays(firstDay, lastDay));
    }
  }
}
