package org.redress.insight;

import java.util.ArrayList;
import java.util.List;

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
      var same = new ArrayList<Long>();
      for (int past = day - WEEK; past >= Math.max(0, day - BEFORE); past -= WEEK) {
        same.add(days.get(past));
      }
      if (same.size() >= LEAST_WEEKS && isUnusual(days.get(day), same)) {
        surges.add(day);
      }
    }
    return surges;
  }

  private static boolean isUnusual(long count, List<Long> same) {
    var median = median(same.stream().map(Long::doubleValue).toList());
    var deviation = median(same.stream().map(c -> Math.abs(c - median)).toList());
    // Counts scatter at least as much as chance makes them.
    var sigma = Math.max(TO_SIGMA * deviation, Math.sqrt(Math.max(1, median)));
    return count - median >= LEAST_MORE && (count - median) / sigma > UNUSUAL;
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    var middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
