package org.redress.desk.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.Day;
import org.redress.calendar.Day.Kind;
import org.redress.calendar.Day.Period;
import org.redress.calendar.WorkingCalendar;

/** A year of a calendar as the screen draws it, in the reader's language. */
record YearView(WorkingCalendar calendar, int year, Locale locale) {

  private static final int DAYS = 7;

  /** A month in weeks from Monday. */
  record MonthView(String name, List<List<Cell>> weeks) {}

  /** A day of a month; none where the week began before the month or goes on after it. */
  record Cell(@Nullable LocalDate date, String kind, @Nullable String title) {}

  /** Days in a row that are not worked as the week says, and why. */
  record Special(LocalDate from, LocalDate to, Day day) {

    public boolean isOneDay() {
      return from.equals(to);
    }

    /** Its hours, of a make-up day. */
    public String hours() {
      return YearView.hours(day);
    }
  }

  /** Days of the week that are worked alike. */
  record Hours(String days, String hours) {}

  public List<MonthView> months() {
    return List.of(Month.values()).stream().map(month -> month(YearMonth.of(year, month))).toList();
  }

  private MonthView month(YearMonth month) {
    var weeks = new ArrayList<List<Cell>>();
    var monday = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().ordinal());
    while (!monday.isAfter(month.atEndOfMonth())) {
      var first = monday;
      weeks.add(first.datesUntil(first.plusDays(DAYS)).map(date -> cell(date, month)).toList());
      monday = monday.plusDays(DAYS);
    }
    return new MonthView(month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale), weeks);
  }

  private Cell cell(LocalDate date, YearMonth month) {
    if (!YearMonth.from(date).equals(month)) {
      return new Cell(null, "none", null);
    }
    var day = calendar.dayOn(date);
    return new Cell(date, key(day), isSpecial(day) ? day.why().in(locale) : null);
  }

  /** The first letters of the days of the week, from Monday. */
  public List<String> weekDays() {
    return List.of(DayOfWeek.values()).stream()
        .map(day -> day.getDisplayName(TextStyle.NARROW_STANDALONE, locale))
        .toList();
  }

  /** Holidays and make-up days in their order. */
  public List<Special> specials() {
    var found = new ArrayList<Special>();
    for (var date = LocalDate.ofYearDay(year, 1); date.getYear() == year; date = date.plusDays(1)) {
      var day = calendar.dayOn(date);
      if (isSpecial(day)) {
        var last = found.isEmpty() ? null : found.get(found.size() - 1);
        if (last != null && last.to().plusDays(1).equals(date) && last.day().equals(day)) {
          found.set(found.size() - 1, new Special(last.from(), date, day));
        } else {
          found.add(new Special(date, date, day));
        }
      }
    }
    return found;
  }

  /** The days on which work is done. */
  public long workingDays() {
    return LocalDate.ofYearDay(year, 1)
        .datesUntil(LocalDate.ofYearDay(year + 1, 1))
        .filter(date -> !calendar.dayOn(date).periods().isEmpty())
        .count();
  }

  /** The hours of an ordinary week. */
  public List<Hours> week() {
    var lines = new ArrayList<Hours>();
    var week = calendar.week();
    for (int first = 0, next; first < DAYS; first = next) {
      next = first + 1;
      while (next < DAYS && week.get(next).equals(week.get(first))) {
        next++;
      }
      var days = next - first == 1 ? name(first) : name(first) + " – " + name(next - 1);
      lines.add(new Hours(days, hours(week.get(first))));
    }
    return lines;
  }

  private String name(int day) {
    return DayOfWeek.of(day + 1).getDisplayName(TextStyle.FULL_STANDALONE, locale);
  }

  private static String hours(Day day) {
    return day.periods().stream().map(Period::text).collect(Collectors.joining(", "));
  }

  private static boolean isSpecial(Day day) {
    return day.kind() == Kind.HOLIDAY || day.kind() == Kind.MAKE_UP;
  }

  private static String key(Day day) {
    return day.kind().name().toLowerCase(Locale.ROOT);
  }
}
