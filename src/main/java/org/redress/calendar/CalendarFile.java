package org.redress.calendar;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.calendar.Day.Period;

/** Reads a calendar from the text of its file, whose format {@code office.yml} tells. */
final class CalendarFile {

  private static final Pattern PERIOD =
      Pattern.compile("(\\d{1,2}):([0-5]\\d) ?[-–] ?(\\d{1,2}):([0-5]\\d)");
  private static final int MIDNIGHT = 24 * 60;
  private static final int LONGEST_HOLIDAY = 366;

  private final YamlValue top;
  private final Map<DayOfWeek, List<Period>> hours = new EnumMap<>(DayOfWeek.class);
  private final Map<LocalDate, YamlValue> places = new HashMap<>();
  private final Map<LocalDate, Day> specialDays = new HashMap<>();

  private CalendarFile(YamlValue top) {
    this.top = top;
  }

  /**
   * The calendar that {@code text} describes.
   *
   * @throws InvalidCalendar naming file, line and field of the first error
   */
  static WorkingCalendar read(String name, Path file, String text) {
    return new CalendarFile(YamlValue.parse(file, text)).calendar(name);
  }

  private WorkingCalendar calendar(String name) {
    Map<String, YamlValue> fields =
        top.fields(List.of("zone", "week", "public_holidays", "holidays", "make_up_days"));
    ZoneId zone = zone(required(top, fields, "zone"));
    readWeek(required(top, fields, "week"));
    items(fields, "holidays").forEach(this::readHoliday);
    items(fields, "make_up_days").forEach(this::readMakeUpDay);
    List<Day> week =
        Stream.of(DayOfWeek.values())
            .map(day -> Day.ofWeek(day, hours.getOrDefault(day, List.of())))
            .toList();
    Optional<PublicHolidays> publicHolidays =
        Optional.ofNullable(fields.get("public_holidays")).map(CalendarFile::publicHolidays);
    return new WorkingCalendar(name, zone, week, specialDays, publicHolidays);
  }

  private void readWeek(YamlValue week) {
    week.fields()
        .forEach(
            (days, value) -> {
              List<Period> periods = periods(value);
              for (DayOfWeek day : days(days, value)) {
                if (hours.put(day, periods) != null) {
                  throw value.wrong(word(day) + " is given twice", "Keep it in one of the lines");
                }
              }
            });
    if (hours.values().stream().allMatch(List::isEmpty)) {
      throw week.wrong("there is no working time", "Give at least one day its hours");
    }
  }

  private void readHoliday(YamlValue entry) {
    Map<String, YamlValue> fields = entry.fields(List.of("date", "from", "to", "name"));
    Day day = Day.holiday(name(required(entry, fields, "name")));
    if (fields.containsKey("date") == (fields.containsKey("from") || fields.containsKey("to"))) {
      throw entry.wrong(
          "which days are meant is not clear", "Give either 'date', or 'from' and 'to'");
    }
    String first = fields.containsKey("date") ? "date" : "from";
    LocalDate from = date(required(entry, fields, first));
    LocalDate to = first.equals("date") ? from : date(required(entry, fields, "to"));
    if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_HOLIDAY))) {
      throw entry.wrong(
          "the days from " + from + " to " + to + " are none, or more than a year",
          "'from' is the first day off and 'to' the last");
    }
    from.datesUntil(to.plusDays(1)).forEach(it -> put(it, day, entry));
  }

  private void readMakeUpDay(YamlValue entry) {
    Map<String, YamlValue> fields = entry.fields(List.of("date", "name", "hours"));
    Wording name = name(required(entry, fields, "name"));
    YamlValue own = fields.get("hours");
    List<Period> periods = own == null ? usualHours() : periods(own);
    if (periods.isEmpty()) {
      throw entry.wrong("the day has no hours", "Give it hours, or take 'hours' out");
    }
    put(date(required(entry, fields, "date")), Day.makeUp(name, periods), entry);
  }

  private List<Period> usualHours() {
    return hours.values().stream().filter(it -> !it.isEmpty()).findFirst().orElseThrow();
  }

  private void put(LocalDate date, Day day, YamlValue entry) {
    YamlValue other = places.put(date, entry);
    if (other != null) {
      throw entry.wrong(
          "%s is given in line %d too".formatted(date, other.line()), "Keep one of them");
    }
    specialDays.put(date, day);
  }

  private static YamlValue required(YamlValue owner, Map<String, YamlValue> fields, String name) {
    YamlValue value = fields.get(name);
    if (value == null) {
      throw owner.wrong("'" + name + "' is missing", "Add a line '" + name + ": …'");
    }
    return value;
  }

  private static List<YamlValue> items(Map<String, YamlValue> fields, String name) {
    return Optional.ofNullable(fields.get(name)).map(YamlValue::items).orElse(List.of());
  }

  private static ZoneId zone(YamlValue value) {
    if (value.text().equals("system")) {
      return ZoneId.systemDefault();
    }
    try {
      return ZoneId.of(value.text());
    } catch (DateTimeException e) {
      throw value.wrong(
          "'" + value.text() + "' is not a time zone",
          "Write one like Asia/Shanghai or Europe/Berlin, UTC, or system for the machine's own");
    }
  }

  private static PublicHolidays publicHolidays(YamlValue value) {
    try {
      return PublicHolidays.of(value.text());
    } catch (IllegalArgumentException e) {
      throw value.wrong(e.getMessage(), "A region follows its country, as in DE-BY");
    }
  }

  private static Wording name(YamlValue value) {
    if (!(value.content() instanceof Map)) {
      return new Wording(value.text(), value.text());
    }
    Map<String, YamlValue> texts = value.fields(List.of("en", "zh"));
    return new Wording(required(value, texts, "en").text(), required(value, texts, "zh").text());
  }

  private static LocalDate date(YamlValue value) {
    try {
      return LocalDate.parse(value.text());
    } catch (DateTimeException e) {
      throw value.wrong("'" + value.text() + "' is not a date", "Write it like 2026-10-01");
    }
  }

  private static List<DayOfWeek> days(String text, YamlValue value) {
    List<DayOfWeek> days = new ArrayList<>();
    for (String part : text.split(",")) {
      String[] ends = part.split("-", 2);
      DayOfWeek day = day(ends[0], value);
      DayOfWeek last = day(ends[ends.length - 1], value);
      days.add(day);
      while (day != last) {
        day = day.plus(1);
        days.add(day);
      }
    }
    return days;
  }

  private static DayOfWeek day(String text, YamlValue value) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (word(day).equalsIgnoreCase(text.strip())) {
        return day;
      }
    }
    throw value.wrong(
        "'" + text.strip() + "' is not a day of the week",
        "Write monday, or several as monday-friday or monday, thursday");
  }

  private static String word(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  private static List<Period> periods(YamlValue value) {
    List<Period> periods =
        value.items().stream()
            .map(CalendarFile::period)
            .sorted(Comparator.comparingInt(Period::from))
            .toList();
    for (int i = 1; i < periods.size(); i++) {
      if (periods.get(i).from() < periods.get(i - 1).to()) {
        throw value.wrong("two periods overlap", "Let one end before the other begins");
      }
    }
    return periods;
  }

  private static Period period(YamlValue value) {
    Matcher form = PERIOD.matcher(value.text().strip());
    if (form.matches()) {
      Period period = new Period(minute(form, 1), minute(form, 3));
      if (period.from() < period.to() && period.to() <= MIDNIGHT) {
        return period;
      }
    }
    throw value.wrong(
        "'" + value.text() + "' is not a period of a day",
        "Write it like 09:00-12:00, the end after the beginning and at most 24:00;"
            + " split a night shift at midnight");
  }

  private static int minute(Matcher form, int group) {
    return Integer.parseInt(form.group(group)) * 60 + Integer.parseInt(form.group(group + 1));
  }
}
