package org.redress.calendar;

import java.time.DayOfWeek;
import java.util.List;

/**
 * How one day is worked.
 *
 * @param periods in order, without overlap; none on a day off
 * @param working the reason for which time within the periods counts
 * @param closed the reason for which other time does not
 */
public record Day(Kind kind, List<Period> periods, Wording working, Wording closed) {

  /** What kind of day it is. */
  public enum Kind {
    /** A working day of the week. */
    WORKED,
    /** A day that is worked although the week says otherwise. */
    MAKE_UP,
    /** A day off although the week says otherwise. */
    HOLIDAY,
    /** A day of the week without work. */
    OFF
  }

  static Day ofWeek(DayOfWeek day, List<Period> periods) {
    if (!periods.isEmpty()) {
      return new Day(Kind.WORKED, periods, Wording.WORKING_TIME, Wording.OUTSIDE_HOURS);
    }
    boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    return off(Kind.OFF, weekend ? Wording.WEEKEND : Wording.DAY_OFF);
  }

  static Day holiday(Wording name) {
    return off(Kind.HOLIDAY, Wording.holiday(name));
  }

  static Day makeUp(Wording name, List<Period> periods) {
    return new Day(Kind.MAKE_UP, periods, Wording.makeUpDay(name), Wording.OUTSIDE_HOURS);
  }

  private static Day off(Kind kind, Wording why) {
    return new Day(kind, List.of(), Wording.WORKING_TIME, why);
  }

  /** What is to be said of the day: why it is worked, or why not. */
  public Wording why() {
    return periods.isEmpty() ? closed : working;
  }

  /** Working time on one day, in minutes after midnight; {@code to} is not part of it. */
  public record Period(int from, int to) {

    /** For people: {@code 09:00–12:00}. */
    public String text() {
      return "%02d:%02d–%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
    }
  }
}
