package org.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.calendar.Due.Interval;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShippedCalendarsTest {

  private static final Path DATA = Path.of("../shared/data/calendar");

  private final Calendars calendars = Calendars.load(Path.of("config/calendars"));

  @Test
  void shipsTheCalendarsThatTheHandbookNames() {
    assertThat(calendars.names()).containsExactly("cn", "de", "gb", "hk", "office", "us");
    assertThat(calendars.get("office").zone()).isEqualTo(ZoneId.systemDefault());
  }

  @Test
  void chinaWorksOnTheDaysTheStateCouncilAnnounced() throws IOException {
    Map<LocalDate, Boolean> announced = new HashMap<>();
    for (int year = 2023; year <= 2026; year++) {
      for (JsonNode day : JsonMapper.shared().readTree(data("cn_" + year + ".json")).get("days")) {
        announced.put(
            LocalDate.parse(day.get("date").asString()), !day.get("isOffDay").asBoolean());
      }
    }
    assertThat(announced).hasSizeGreaterThan(100);
    assertWorkedDays(
        "cn", 2023, 2026, date -> announced.getOrDefault(date, isMondayToFriday(date)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"us", "gb", "de", "hk"})
  void keepsThePublicHolidaysOfTheCountry(String name) throws IOException {
    Set<LocalDate> holidays = new HashSet<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(data("public_holidays_2024_2027.csv"))) {
      for (NamedCsvRecord row : rows) {
        if (row.getField("country").equalsIgnoreCase(name)) {
          holidays.add(LocalDate.parse(row.getField("date")));
        }
      }
    }
    assertThat(holidays).hasSizeGreaterThan(30);
    assertWorkedDays(name, 2024, 2027, date -> isMondayToFriday(date) && !holidays.contains(date));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cn", "us", "gb", "de", "hk"})
  void namesEveryHolidayInBothLanguages(String name) {
    WorkingCalendar calendar = calendars.get(name);
    Due due = calendar.due(Instant.parse("2024-01-01T12:00:00Z"), TimeSpan.parse("700wd"));
    Set<Wording> holidays =
        due.intervals().stream()
            .filter(it -> !it.counted())
            .map(Interval::why)
            .filter(why -> why.en().startsWith("holiday"))
            .collect(Collectors.toSet());
    assertThat(holidays).hasSizeGreaterThan(4);
    assertThat(holidays).allSatisfy(why -> assertThat(why.en()).matches("holiday: \\p{ASCII}+"));
    assertThat(holidays).allSatisfy(why -> assertThat(why.zh()).matches("节假日：[\\p{IsHan}·、]+"));
  }

  @Test
  void keepsANewYearsDayThatIsTakenInTheOldYear() {
    Due due = calendars.get("us").due(Instant.parse("2027-12-30T20:00:00Z"), TimeSpan.parse("1wd"));
    assertThat(due.due()).isEqualTo(Instant.parse("2028-01-03T22:00:00Z"));
  }

  @Test
  void knowsTheHolidaysOfARegion() {
    WorkingCalendar bavaria =
        WorkingCalendarTest.calendar(
            "zone: Europe/Berlin\nweek: {monday-friday: 09:00-17:00}\npublic_holidays: DE-BY");
    Due due = bavaria.due(Instant.parse("2026-01-05T12:00:00Z"), TimeSpan.parse("1wd"));
    assertThat(due.due()).isEqualTo(Instant.parse("2026-01-07T16:00:00Z"));
    assertThat(due.intervals().get(1).why()).isEqualTo(new Wording("holiday: Epiphany", "节假日：主显节"));
  }

  @Test
  void worksOnDaysThatAreOnlyObserved() {
    WorkingCalendar alaska =
        WorkingCalendarTest.calendar(
            "zone: America/Anchorage\nweek: {monday-friday: 09:00-17:00}\npublic_holidays: US-AK");
    Due due = alaska.due(Instant.parse("2027-10-16T20:00:00Z"), TimeSpan.parse("1wd"));
    assertThat(due.due()).isEqualTo(Instant.parse("2027-10-19T01:00:00Z"));
  }

  private void assertWorkedDays(
      String name, int firstYear, int lastYear, Predicate<LocalDate> expected) {
    WorkingCalendar calendar = calendars.get(name);
    Set<LocalDate> wrong = new TreeSet<>();
    LocalDate.of(firstYear, 1, 1)
        .datesUntil(LocalDate.of(lastYear + 1, 1, 1))
        .filter(date -> isWorked(calendar, date) != expected.test(date))
        .forEach(wrong::add);
    assertThat(wrong).isEmpty();
  }

  private static boolean isWorked(WorkingCalendar calendar, LocalDate date) {
    Instant midnight = date.atStartOfDay(calendar.zone()).toInstant();
    Instant due = calendar.due(midnight, TimeSpan.parse("1wh")).due();
    return due.atZone(calendar.zone()).toLocalDate().equals(date);
  }

  private static boolean isMondayToFriday(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
  }

  private static Path data(String file) {
    assumeTrue(Files.isDirectory(DATA), "the public data of " + DATA + " is not here");
    return DATA.resolve(file);
  }
}
