package org.redress.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Days on which far more came in than on the same weekday before: the robust z-score (distance from
 * the median in units of the median absolute deviation) of up to eight weeks.
 */
public final class Surges {

  /** How many days before a series must be known for its first day to be judged in full. */
  public static final int BEFORE = 56;

  private static final int WEEK = 7;
  private static final int LEAST_WEEKS = 4;
  private static final double UNUSUAL = 3.5;
  private static final double TO_SIGMA = 1.4826;
  private static final int LEAST_MORE = 7;

  private Surges() {}

  /** The places of surging days in a series of counts, one a day. */
  public static List<Integer> in(List<Long> days) {
    var surges = new ArrayList<Integer>();
    for (int day = 0; day < days.size(); day++) {
      if (days.get(day) >= LEAST_MORE && isUnusual(days.get(day), same(days, day))) {
        surges.add(day);
      }
    }
    return surges;
  }

  /** The counts of the same weekday in the weeks before. */
  private static double[] same(List<Long> days, int day) {
    var weeks = Math.min(day, BEFORE) / WEEK;
    return IntStream.rangeClosed(1, weeks).mapToDouble(w -> days.get(day - w * WEEK)).toArray();
  }

  private static boolean isUnusual(long count, double[] same) {
    if (same.length < LEAST_WEEKS) {
      return false;
    }
    var median = median(same);
    var deviation = median(Arrays.stream(same).map(c -> Math.abs(c - median)).toArray());
    // Counts scatter at least as much as chance makes them.
    var sigma = Math.max(TO_SIGMA * deviation, Math.sqrt(Math.max(1, median)));
    return count - median >= LEAST_MORE && (count - median) / sigma > UNUSUAL;
  }

  /** The middle of values, which are sorted in place. */
  private static double median(double[] values) {
    Arrays.sort(values);
    var middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
