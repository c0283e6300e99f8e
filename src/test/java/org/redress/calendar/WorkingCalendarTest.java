package org.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.calendar.Due.Interval;

class WorkingCalendarTest {

  private final WorkingCalendar office =
      calendar("zone: UTC\nweek: {monday-friday: [09:00-12:00, 13:00-18:00]}");
  private final WorkingCalendar cn = Calendars.load(Path.of("config/calendars")).get("cn");

  @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
  @CsvSource({
    "2026-06-01T10:00, 1wh, 2026-06-01T11:00, within a period",
    "2026-06-01T11:30, 1wh, 2026-06-01T13:30, over the lunch break",
    "2026-06-01T12:20, 1wh, 2026-06-01T14:00, from within the lunch break",
    "2026-06-01T09:00, 3wh, 2026-06-01T12:00, up to the end of a period and not to the next",
    "2026-06-01T09:00, 8wh, 2026-06-01T18:00, a whole day",
    "2026-06-01T18:00, 1wh, 2026-06-02T10:00, from the close of business",
    "2026-06-01T03:00, 1wh, 2026-06-01T10:00, from before the opening",
    "2026-06-05T17:30, 1wh, 2026-06-08T09:30, over a weekend",
    "2026-06-06T12:00, 1wh, 2026-06-08T10:00, from a weekend",
    "2026-06-01T09:00, 400wh, 2026-08-07T18:00, ten weeks",
    "2026-06-01T10:00, 1wd, 2026-06-02T18:00, the start day does not count",
    "2026-06-01T23:00, 1wd, 2026-06-02T18:00, not even after hours",
    "2026-06-05T10:00, 1wd, 2026-06-08T18:00, nor do weekends",
    "2026-06-06T10:00, 2wd, 2026-06-09T18:00, from a weekend",
    "2026-06-06T10:00, 2d, 2026-06-08T10:00, calendar days count all days",
    "2026-06-06T10:00, 8w, 2026-08-01T10:00, weeks too",
    "2026-06-06T10:00, 30m, 2026-06-06T10:30, minutes run at night and on weekends",
    "2026-06-06T10:00, 24h, 2026-06-07T10:00, hours too",
  })
  void addsASpan(String start, String span, String due, String why) {
    assertThat(office.due(Instant.parse(start + ":00Z"), TimeSpan.parse(span)).due())
        .as(why)
        .isEqualTo(Instant.parse(due + ":00Z"));
  }

  @Test
  void keepsSecondsAndFractions() {
    Instant start = Instant.parse("2026-06-01T11:59:59.250Z");
    assertThat(office.due(start, TimeSpan.parse("1wh")).due())
        .isEqualTo(Instant.parse("2026-06-01T13:59:59.250Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0m", "0h", "0wh", "0wd", "0d", "0w"})
  void anEmptySpanIsDueAtOnce(String span) {
    Instant saturday = Instant.parse("2026-06-06T12:00:00Z");
    Due due = office.due(saturday, TimeSpan.parse(span));
    assertThat(due.due()).isEqualTo(saturday);
    assertThat(due.intervals()).isEmpty();
  }

  @Test
  void worksOnAMakeUpSaturdayBeforeTheSpringFestival() {
    Due due = cn.due(instant("2026-02-13T17:00+08:00"), TimeSpan.parse("10wh"));
    assertThat(due.due()).isEqualTo(instant("2026-02-24T10:00+08:00"));
    assertThat(due.intervals())
        .extracting(Line::new)
        .containsExactly(
            counted("2026-02-13T17:00+08:00", "2026-02-13T18:00+08:00", "working time"),
            skipped("2026-02-13T18:00+08:00", "2026-02-14T09:00+08:00", "outside working hours"),
            counted(
                "2026-02-14T09:00+08:00", "2026-02-14T12:00+08:00", "make-up day: Spring Festival"),
            skipped("2026-02-14T12:00+08:00", "2026-02-14T13:00+08:00", "outside working hours"),
            counted(
                "2026-02-14T13:00+08:00", "2026-02-14T18:00+08:00", "make-up day: Spring Festival"),
            skipped("2026-02-14T18:00+08:00", "2026-02-15T00:00+08:00", "outside working hours"),
            skipped("2026-02-15T00:00+08:00", "2026-02-24T00:00+08:00", "holiday: Spring Festival"),
            skipped("2026-02-24T00:00+08:00", "2026-02-24T09:00+08:00", "outside working hours"),
            counted("2026-02-24T09:00+08:00", "2026-02-24T10:00+08:00", "working time"));
  }

  @Test
  void countsWorkingDaysOverTheNationalDayAndItsMakeUpSaturday() {
    Due due = cn.due(instant("2026-09-30T10:00+08:00"), TimeSpan.parse("7wd"));
    assertThat(due.due()).isEqualTo(instant("2026-10-15T18:00+08:00"));
    assertThat(due.intervals())
        .extracting(Line::new)
        .containsExactly(
            skipped(
                "2026-09-30T10:00+08:00", "2026-10-01T00:00+08:00", "start day, does not count"),
            skipped("2026-10-01T00:00+08:00", "2026-10-08T00:00+08:00", "holiday: National Day"),
            counted("2026-10-08T00:00+08:00", "2026-10-10T00:00+08:00", "working days 1 to 2"),
            counted(
                "2026-10-10T00:00+08:00",
                "2026-10-11T00:00+08:00",
                "make-up day: National Day, working day 3"),
            skipped("2026-10-11T00:00+08:00", "2026-10-12T00:00+08:00", "weekend"),
            counted("2026-10-12T00:00+08:00", "2026-10-15T18:00+08:00", "working days 4 to 7"));
  }

  @Test
  void tellsTheReasonsInChineseToo() {
    Due due = cn.due(instant("2026-09-30T10:00+08:00"), TimeSpan.parse("3wd"));
    assertThat(due.intervals())
        .extracting(it -> it.why().in(Locale.SIMPLIFIED_CHINESE))
        .containsExactly("起始日，不计入", "节假日：国庆节", "第1至2个工作日", "调休上班：国庆节，第3个工作日");
    assertThat(due.intervals().get(1).why().in(Locale.GERMANY)).isEqualTo("holiday: National Day");
  }

  @Test
  void runsRoundTheClockWithoutBreaks() {
    WorkingCalendar always = calendar("zone: UTC\nweek: {monday-sunday: 00:00-24:00}");
    Instant start = Instant.parse("2026-06-01T10:00:00Z");
    assertThat(always.due(start, TimeSpan.parse("100wh")).intervals())
        .extracting(Interval::to)
        .containsExactly(Instant.parse("2026-06-05T14:00:00Z"));
    assertThat(always.due(start, TimeSpan.parse("2wd")).due())
        .isEqualTo(Instant.parse("2026-06-04T00:00:00Z"));
  }

  @Test
  void aMakeUpDayMayHaveItsOwnHoursAndGoesBeforeAPublicHoliday() {
    WorkingCalendar shop =
        calendar(
            """
            zone: UTC
            week: {tuesday: 10:00-11:00}
            public_holidays: US
            make_up_days:
              - {date: 2026-12-25, name: Christmas sale, hours: [08:00-09:00]}
            """);
    Due due = shop.due(Instant.parse("2026-12-24T20:00:00Z"), TimeSpan.parse("2wh"));
    assertThat(due.due()).isEqualTo(Instant.parse("2026-12-29T11:00:00Z"));
    assertThat(due.intervals())
        .filteredOn(Interval::counted)
        .extracting(it -> it.why().en())
        .containsExactly("make-up day: Christmas sale", "working time");
  }

  @Test
  void namesADayOffThatIsNoWeekend() {
    WorkingCalendar shop = calendar("zone: UTC\nweek: {tuesday-sunday: 10:00-11:00}");
    assertThat(shop.due(Instant.parse("2026-06-07T11:00:00Z"), TimeSpan.parse("1wh")).intervals())
        .extracting(it -> it.why().en())
        .containsExactly(
            "outside working hours", "day off", "outside working hours", "working time");
  }

  @Test
  void reachesTenYears() {
    Due due = office.due(Instant.parse("2026-01-01T00:00:00Z"), TimeSpan.parse("2607wd"));
    assertThat(due.due()).isEqualTo(Instant.parse("2035-12-31T18:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2620wd", "20896wh"})
  void refusesWhatLiesMoreThanTenYearsAhead(String span) {
    assertThatThrownBy(
            () -> office.due(Instant.parse("2026-01-01T00:00:00Z"), TimeSpan.parse(span)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(span, "2026-01-01T00:00Z", "ten years", "'test'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31T23:59:59Z", "2200-01-01T00:00:00Z"})
  void refusesAStartOutsideTheYearsItKnows(String start) {
    assertThatThrownBy(() -> office.due(Instant.parse(start), TimeSpan.parse("1wd")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(start, "1970 to 2199");
  }

  static WorkingCalendar calendar(String yaml) {
    return CalendarFile.read("test", Path.of("test.yml"), yaml);
  }

  static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static Line counted(String from, String to, String why) {
    return new Line(instant(from), instant(to), true, why);
  }

  private static Line skipped(String from, String to, String why) {
    return new Line(instant(from), instant(to), false, why);
  }

  /** An interval with the English words of its reason. */
  private record Line(Instant from, Instant to, boolean counted, String why) {
    Line(Interval it) {
      this(it.from(), it.to(), it.counted(), it.why().en());
    }
  }
}
