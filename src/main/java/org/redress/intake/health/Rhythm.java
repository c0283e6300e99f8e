package org.redress.intake.health;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * How many messages a channel has in which hour of the week, from its own past.
 *
 * @param received messages by the beginning of the hour; hours without are absent
 */
record Rhythm(Map<Instant, Long> received) {

  /** How far the past counts. */
  static final Duration PAST = Duration.ofDays(28);

  private static final int WEEKS = 4;
  private static final Duration WEEK = Duration.ofDays(7);

  /** Less than this is no rhythm. */
  private static final int FEWEST_WEEKS = 2;

  /**
   * How many messages should have come between two times: hour by hour, the mean of the same hour
   * in the past weeks without the busiest of them, which may have been an import or a crisis. 0 for
   * hours of which less than two weeks are known.
   */
  double expected(Instant from, Instant to) {
    var first = received.keySet().stream().min(Instant::compareTo).orElse(to);
    double sum = 0;
    for (var hour = from.truncatedTo(ChronoUnit.HOURS);
        hour.isBefore(to);
        hour = hour.plus(1, ChronoUnit.HOURS)) {
      sum += usual(hour, weeks(first, hour)) * share(hour, from, to);
    }
    return sum;
  }

  /** How many weeks before an hour are known. */
  private static int weeks(Instant first, Instant hour) {
    var days = Duration.between(first, hour).toDays();
    return (int) Math.min(WEEKS, days / WEEK.toDays());
  }

  private double usual(Instant hour, int weeks) {
    if (weeks < FEWEST_WEEKS) {
      return 0;
    }
    long sum = 0;
    long most = 0;
    for (int week = 1; week <= weeks; week++) {
      long then = received.getOrDefault(hour.minus(WEEK.multipliedBy(week)), 0L);
      sum += then;
      most = Math.max(most, then);
    }
    return (double) (sum - most) / (weeks - 1);
  }

  /** Which part of an hour lies between the two times. */
  private static double share(Instant hour, Instant from, Instant to) {
    var begins = hour.isBefore(from) ? from : hour;
    var next = hour.plus(1, ChronoUnit.HOURS);
    var ends = next.isAfter(to) ? to : next;
    return Duration.between(begins, ends).toSeconds() / 3600.0;
  }
}
