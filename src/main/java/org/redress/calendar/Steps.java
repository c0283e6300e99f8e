package org.redress.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.redress.calendar.Due.Interval;

/** Writes the arithmetic down while it is done, joining neighbours that have the same reason. */
final class Steps {

  private final List<Step> steps = new ArrayList<>();
  private Instant at;

  Steps(Instant start) {
    this.at = start;
  }

  /** How far the arithmetic has come. */
  Instant at() {
    return at;
  }

  /** Passes over the time up to {@code until}; does nothing if that is behind. */
  void skip(Instant until, Wording why) {
    add(until, false, why, 0);
  }

  /** Counts the time up to {@code until}; does nothing if that is behind. */
  void count(Instant until, Wording why) {
    add(until, true, why, 0);
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
