package org.redress.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.calendar.Day.Period;

/**
 * When a site works: hours of the week, holidays and make-up days, in one time zone. Unchanging and
 * safe for use by many threads.
 *
 * <p>Where clocks change, a period of work lasts from the moment the clock first shows its
 * beginning, or jumps past it, to the moment the clock first shows its end, or jumps past it.
 */
public final class WorkingCalendar {

  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final String name;
  private final ZoneId zone;
  private final List<Day> week;
  private final Map<LocalDate, Day> specialDays;
  private final Optional<PublicHolidays> publicHolidays;

  /**
   * A calendar in which special days go before public holidays, and these before the week.
   *
   * @param week seven days, from Monday
   */
  WorkingCalendar(
      String name,
      ZoneId zone,
      List<Day> week,
      Map<LocalDate, Day> specialDays,
      Optional<PublicHolidays> publicHolidays) {
    this.name = name;
    this.zone = zone;
    this.week = List.copyOf(week);
    this.specialDays = Map.copyOf(specialDays);
    this.publicHolidays = publicHolidays;
  }

  /** The name of its file, without the ending. */
  public String name() {
    return name;
  }

  /** The zone its hours and dates are meant in. */
  public ZoneId zone() {
    return zone;
  }

  /**
   * The moment that lies {@code span} after {@code start}, and how it comes about.
   *
   * <ul>
   *   <li>Minutes and hours are real ones.
   *   <li>Working hours count real time within working periods; a span that ends with a period is
   *       due at that moment, not when the next one opens.
   *   <li>Working days: the start day does not count; due at the close of business of the last one.
   *   <li>Days and weeks: the same local time that many calendar days later. A local time that the
   *       clock jumps over is moved on by the length of the jump; of one that comes twice, the one
   *       with the offset of the start is meant.
   *   <li>Nothing at all is due at the start itself.
   * </ul>
   *
   * @throws IllegalArgumentException if that is more than ten years after the start, as with a
   *     calendar that has no working time left, or if the start lies before 1970 or after 2199
   */
  public Due due(Instant start, TimeSpan span) {
    if (start.isBefore(EARLIEST) || !start.isBefore(LATEST)) {
      throw new IllegalArgumentException(
          "the start " + start + " is not in the years 1970 to 2199");
    }
    if (span.amount() == 0) {
      return new Steps(start).due();
    }
    return switch (span.unit()) {
      case MINUTES -> realTime(start, Duration.ofMinutes(span.amount()));
      case HOURS -> realTime(start, Duration.ofHours(span.amount()));
      case WORKING_HOURS -> workingHours(start, span);
      case DAYS -> calendarDays(start, span.amount());
      case WORKING_DAYS -> workingDays(start, span);
      case WEEKS -> calendarDays(start, 7 * span.amount());
    };
  }

  private Due realTime(Instant start, Duration length) {
    Steps steps = new Steps(start);
    steps.count(start.plus(length), Wording.REAL_TIME);
    return steps.due();
  }

  private Due calendarDays(Instant start, int days) {
    ZonedDateTime end = start.atZone(zone).plusDays(days);
    Steps steps = new Steps(start);
    steps.count(end.toInstant(), Wording.CALENDAR_DAYS);
    return steps.due();
  }

  private Due workingHours(Instant start, TimeSpan span) {
    Steps steps = new Steps(start);
    Duration left = Duration.ofHours(span.amount());
    LocalDate first = dateAt(start);
    for (int i = 0; i <= TimeSpan.MOST_DAYS; i++) {
      LocalDate date = first.plusDays(i);
      Day day = dayOn(date);
      for (Period period : day.periods()) {
        steps.skip(reached(date, period.from()), day.closed());
        Duration here = Duration.between(steps.at(), reached(date, period.to()));
        if (here.compareTo(left) >= 0) {
          steps.count(steps.at().plus(left), day.working());
          return steps.due();
        }
        if (here.compareTo(Duration.ZERO) > 0) {
          steps.count(steps.at().plus(here), day.working());
          left = left.minus(here);
        }
      }
      steps.skip(endOf(date), day.closed());
    }
    throw tooFar(start, span);
  }

  private Due workingDays(Instant start, TimeSpan span) {
    Steps steps = new Steps(start);
    LocalDate first = dateAt(start);
    steps.skip(endOf(first), Wording.START_DAY);
    int days = 0;
    for (int i = 1; i <= TimeSpan.MOST_DAYS; i++) {
      LocalDate date = first.plusDays(i);
      Day day = dayOn(date);
      Optional<Instant> close = closeOfBusiness(date, day);
      if (close.isEmpty()) {
        steps.skip(endOf(date), day.closed());
        continue;
      }
      days++;
      if (days == span.amount()) {
        steps.countDay(close.get(), day.working(), days);
        return steps.due();
      }
      steps.countDay(endOf(date), day.working(), days);
    }
    throw tooFar(start, span);
  }

  private Day dayOn(LocalDate date) {
    Day special = specialDays.get(date);
    if (special != null) {
      return special;
    }
    return publicHolidays
        .flatMap(days -> days.on(date))
        .orElseGet(() -> week.get(date.getDayOfWeek().ordinal()));
  }

  /** The end of a day's work; none if there is no work, or a change of clocks leaves none. */
  private Optional<Instant> closeOfBusiness(LocalDate date, Day day) {
    return day.periods().stream()
        .filter(it -> reached(date, it.from()).isBefore(reached(date, it.to())))
        .reduce((earlier, later) -> later)
        .map(last -> reached(date, last.to()));
  }

  /** The day that has begun and not ended; a day is not begun anew when clocks are put back. */
  private LocalDate dateAt(Instant instant) {
    LocalDate date = instant.atZone(zone).toLocalDate();
    return endOf(date).isAfter(instant) ? date : date.plusDays(1);
  }

  private Instant endOf(LocalDate date) {
    return reached(date.plusDays(1), 0);
  }

  /** When the clock first shows a time of day, or jumps past it. */
  private Instant reached(LocalDate date, int minuteOfDay) {
    LocalDateTime time = date.atStartOfDay().plusMinutes(minuteOfDay);
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    return change != null && change.isGap() ? change.getInstant() : time.atZone(zone).toInstant();
  }

  private IllegalArgumentException tooFar(Instant start, TimeSpan span) {
    return new IllegalArgumentException(
        ("%s after %s is more than ten years away in calendar '%s'."
                + " Give a shorter span, or look whether the calendar lacks working time")
            .formatted(span, start.atZone(zone).toOffsetDateTime(), name));
  }
}
