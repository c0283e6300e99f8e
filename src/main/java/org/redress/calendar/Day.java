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
record Day(List<Period> periods, Wording working, Wording closed) {

  static Day ofWeek(DayOfWeek day, List<Period> periods) {
    if (!periods.isEmpty()) {
      return new Day(periods, Wording.WORKING_TIME, Wording.OUTSIDE_HOURS);
    }
    boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    return off(weekend ? Wording.WEEKEND : Wording.DAY_OFF);
  }

  static Day holiday(Wording name) {
    return off(Wording.holiday(name));
  }

  static Day makeUp(Wording name, List<Period> periods) {
    return new Day(periods, Wording.makeUpDay(name), Wording.OUTSIDE_HOURS);
  }

  private static Day off(Wording why) {
    return new Day(List.of(), Wording.WORKING_TIME, why);
  }

  /** Working time on one day, in minutes after midnight; {@code to} is not part of it. */
  record Period(int from, int to) {}
}
