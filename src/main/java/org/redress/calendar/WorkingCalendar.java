package org.redress.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
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

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final Duration A_LOT = Duration.ofDays(366L * 300);

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

  /** How the days of an ordinary week are worked, from Monday. */
  public List<Day> week() {
    return week;
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
    return due(start, span, Pauses.NONE).orElseThrow();
  }

  /**
   * The moment that lies {@code span} after {@code start} on a clock that stood still at times.
   * Time within pauses does not count; a working day does not when the clock stands still at its
   * close of business.
   *
   * @return none when a pause that goes on keeps the clock from getting there
   * @throws IllegalArgumentException as {@link #due(Instant, TimeSpan)} does
   */
  public Optional<Due> due(Instant start, TimeSpan span, Pauses pauses) {
    if (start.isBefore(Instant.EPOCH) || !start.isBefore(LATEST)) {
      throw new IllegalArgumentException(
          "the start " + start + " is not in the years 1970 to 2199");
    }
    Steps steps = new Steps(start, pauses);
    if (span.amount() == 0) {
      return Optional.of(steps.due());
    }
    return switch (span.unit()) {
      case MINUTES -> real(steps, Duration.ofMinutes(span.amount()), Wording.REAL_TIME);
      case HOURS -> real(steps, Duration.ofHours(span.amount()), Wording.REAL_TIME);
      case WORKING_HOURS -> working(steps, Duration.ofHours(span.amount()), span);
      case DAYS -> real(steps, calendarDays(start, span.amount()), Wording.CALENDAR_DAYS);
      case WORKING_DAYS -> workingDays(steps, span);
      case WEEKS -> real(steps, calendarDays(start, 7 * span.amount()), Wording.CALENDAR_DAYS);
    };
  }

  /**
   * When so many percent of the time between start and due time are used up: of the working time
   * for spans in working hours and days, else of real time.
   *
   * @param percent 0 to 100
   */
  public Instant partWay(Instant start, TimeSpan span, Instant due, int percent, Pauses pauses) {
    Duration whole =
        span.isWorkingTime() ? workedUntil(due, new Steps(start, pauses)) : Duration.ZERO;
    boolean real = whole.isZero();
    if (real) {
      whole = A_LOT.minus(new Steps(start, pauses).count(due, A_LOT, Wording.REAL_TIME));
    }
    Duration part = whole.multipliedBy(percent).dividedBy(100);
    Steps steps = new Steps(start, pauses);
    Optional<Due> reached =
        real ? real(steps, part, Wording.REAL_TIME) : working(steps, part, span);
    return reached.map(Due::due).orElse(due);
  }

  /** How much working time lies between two moments. */
  public Duration workingTime(Instant from, Instant until) {
    return workedUntil(until, new Steps(from, Pauses.NONE));
  }

  private static Optional<Due> real(Steps steps, Duration length, Wording why) {
    Duration left = steps.count(LATEST, length, why);
    return left.isZero() ? Optional.of(steps.due()) : Optional.empty();
  }

  private Duration calendarDays(Instant start, int days) {
    return Duration.between(start, start.atZone(zone).plusDays(days).toInstant());
  }

  private Optional<Due> working(Steps steps, Duration length, TimeSpan span) {
    Instant start = steps.at();
    Duration left = length;
    LocalDate first = dateAt(start);
    for (int i = 0; i <= TimeSpan.MOST_DAYS; i++) {
      LocalDate date = first.plusDays(i);
      Day day = dayOn(date);
      for (Period period : day.periods()) {
        steps.skip(reached(date, period.from()), day.closed());
        left = steps.count(reached(date, period.to()), left, day.working());
        if (left.isZero()) {
          return Optional.of(steps.due());
        }
        if (steps.isStuck()) {
          return Optional.empty();
        }
      }
      steps.skip(endOf(date), day.closed());
    }
    throw tooFar(start, span);
  }

  private Duration workedUntil(Instant end, Steps steps) {
    Duration left = A_LOT;
    for (LocalDate date = dateAt(steps.at()); steps.at().isBefore(end); date = date.plusDays(1)) {
      for (Period period : dayOn(date).periods()) {
        Instant to = reached(date, period.to());
        steps.skip(reached(date, period.from()), Wording.OUTSIDE_HOURS);
        if (steps.at().isBefore(end)) {
          left = steps.count(to.isBefore(end) ? to : end, left, Wording.WORKING_TIME);
        }
      }
      steps.skip(endOf(date), Wording.OUTSIDE_HOURS);
    }
    return A_LOT.minus(left);
  }

  private Optional<Due> workingDays(Steps steps, TimeSpan span) {
    Instant start = steps.at();
    LocalDate first = dateAt(start);
    steps.skip(endOf(first), Wording.START_DAY);
    int days = 0;
    for (int i = 1; i <= TimeSpan.MOST_DAYS; i++) {
      if (steps.isStuck()) {
        return Optional.empty();
      }
      LocalDate date = first.plusDays(i);
      Day day = dayOn(date);
      Optional<Instant> close = closeOfBusiness(date, day);
      if (close.isEmpty()) {
        steps.skip(endOf(date), day.closed());
      } else if (steps.isPausedAt(close.get())) {
        steps.skip(endOf(date), Wording.PAUSED);
      } else {
        days++;
        if (days == span.amount()) {
          steps.countDay(close.get(), day.working(), days);
          return Optional.of(steps.due());
        }
        steps.countDay(endOf(date), day.working(), days);
      }
    }
    throw tooFar(start, span);
  }

  /** How a day is worked. */
  public Day dayOn(LocalDate date) {
    return Optional.ofNullable(specialDays.get(date))
        .or(() -> publicHolidays.flatMap(days -> days.on(date)))
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
