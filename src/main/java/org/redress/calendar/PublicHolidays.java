package org.redress.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The public holidays of a country or one of its regions, as the Jollyday library knows them. They
 * are read when first asked for, since that takes a noticeable part of a second.
 */
final class PublicHolidays {

  private final String country;
  private final String[] region;
  private final Map<Integer, Map<LocalDate, Day>> years = new ConcurrentHashMap<>();

  private PublicHolidays(String country, String[] region) {
    this.country = country;
    this.region = region;
  }

  /**
   * The holidays of a code such as {@code US} or {@code DE-BY}.
   *
   * @throws IllegalArgumentException if the library does not know the code, with those it knows
   */
  static PublicHolidays of(String code) {
    String[] parts = code.toLowerCase(Locale.ROOT).split("-", -1);
    Set<String> known = new TreeSet<>(HolidayManager.getSupportedCalendarCodes());
    if (!known.contains(parts[0].toUpperCase(Locale.ROOT))) {
      throw unknown(parts[0], "a country", known);
    }
    String[] region = Arrays.copyOfRange(parts, 1, parts.length);
    if (region.length > 0) {
      requireKnown(region, holidaysOf(parts[0]).getCalendarHierarchy());
    }
    return new PublicHolidays(parts[0], region);
  }

  private static void requireKnown(String[] region, CalendarHierarchy country) {
    CalendarHierarchy place = country;
    for (String part : region) {
      Map<String, CalendarHierarchy> inner = place.getChildren();
      if (!inner.containsKey(part)) {
        throw unknown(part, "a region", new TreeSet<>(inner.keySet()));
      }
      place = inner.get(part);
    }
  }

  private static IllegalArgumentException unknown(String code, String what, Set<String> known) {
    return new IllegalArgumentException(
        "'%s' is not %s whose public holidays are known. Known: %s"
            .formatted(code.toUpperCase(Locale.ROOT), what, String.join(", ", known)));
  }

  private static HolidayManager holidaysOf(String country) {
    return HolidayManager.getInstance(ManagerParameters.create(country));
  }

  /** The holiday on a date, if there is one. */
  Optional<Day> on(LocalDate date) {
    return Optional.ofNullable(years.computeIfAbsent(date.getYear(), this::inYear).get(date));
  }

  /** Looks at the next year too, whose New Year's Day may be taken on the last of December. */
  private Map<LocalDate, Day> inYear(int year) {
    HolidayManager holidays = holidaysOf(country);
    Map<LocalDate, Day> days = new HashMap<>();
    Stream.of(year, year + 1)
        .flatMap(it -> holidays.getHolidays(Year.of(it), region).stream())
        .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
        .sorted()
        .forEach(
            holiday -> {
              Day day = Day.holiday(nameOf(holiday));
              // The day itself stays a holiday when another is given in its place.
              days.putIfAbsent(holiday.getActualDate(), day);
              days.putIfAbsent(holiday.getDate(), day);
            });
    return Map.copyOf(days);
  }

  private static Wording nameOf(Holiday holiday) {
    return new Wording(
        holiday.getDescription(Locale.ENGLISH), holiday.getDescription(Locale.SIMPLIFIED_CHINESE));
  }
}
