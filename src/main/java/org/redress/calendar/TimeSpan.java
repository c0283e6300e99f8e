package org.redress.calendar;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as people promise it: {@code 30m}, {@code 24h}, {@code 2wh}, {@code 7wd}, {@code
 * 15d} or {@code 8w}, at most ten years. How long it really lasts, only a calendar can tell.
 */
public record TimeSpan(int amount, Unit unit) {

  /** Ten years in days, leap days included. */
  static final int MOST_DAYS = 3653;

  /**
   * Orders spans of different units by how long they last on average: a working day is 8 working
   * hours, and 5 working days are 7 days. So {@code 8wh} equals {@code 1wd}, which lasts 33.6
   * hours; of equals, the finer unit comes first.
   */
  public static final Comparator<TimeSpan> SHORTEST_FIRST =
      Comparator.<TimeSpan>comparingLong(span -> span.amount * span.unit.averageMinutes)
          .thenComparing(TimeSpan::unit);

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(m|h|wh|wd|d|w)");

  /** Refuses a negative amount, and more than ten years. */
  public TimeSpan {
    if (amount < 0 || amount > unit.most) {
      throw new IllegalArgumentException(
          "'%d%s' is out of range: a time span is 0 to 10 years, that is at most %d%s"
              .formatted(amount, unit.letters, unit.most, unit.letters));
    }
  }

  /**
   * Reads {@code 30m}, {@code 24h}, {@code 2wh}, {@code 7wd}, {@code 15d} or {@code 8w}.
   *
   * @throws IllegalArgumentException for any other text, naming it and the forms allowed
   */
  public static TimeSpan parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          ("'%s' is not a time span. Write a whole number and its unit: 30m (minutes), 24h (hours),"
                  + " 2wh (working hours), 7wd (working days), 15d (calendar days), 8w (weeks)")
              .formatted(text));
    }
    return new TimeSpan(Integer.parseInt(form.group(1)), Unit.of(form.group(2)));
  }

  /** Whether only working time counts. */
  boolean isWorkingTime() {
    return unit == Unit.WORKING_HOURS || unit == Unit.WORKING_DAYS;
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    return amount + unit.letters;
  }

  /** What an amount counts, from the finest to the coarsest. */
  public enum Unit {
    /** Real minutes. */
    MINUTES("m", 1, MOST_DAYS * 24 * 60),
    /** Real hours. */
    HOURS("h", 60, MOST_DAYS * 24),
    /** Hours within working time. */
    WORKING_HOURS("wh", 7 * 24 * 60 / 5 / 8, MOST_DAYS * 24),
    /** Days of the calendar, whether worked or not. */
    DAYS("d", 24 * 60, MOST_DAYS),
    /** Days on which work is done; the first is the one after the start day. */
    WORKING_DAYS("wd", 7 * 24 * 60 / 5, MOST_DAYS),
    /** Seven days of the calendar. */
    WEEKS("w", 7 * 24 * 60, MOST_DAYS / 7);

    private final String letters;
    private final long averageMinutes;
    private final int most;

    Unit(String letters, long averageMinutes, int most) {
      this.letters = letters;
      this.averageMinutes = averageMinutes;
      this.most = most;
    }

    private static Unit of(String letters) {
      for (Unit unit : values()) {
        if (unit.letters.equals(letters)) {
          return unit;
        }
      }
      throw new IllegalArgumentException("no unit of time is written '" + letters + "'");
    }
  }
}
