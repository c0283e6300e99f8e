package org.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarsTest {

  private static final String WEEK = "zone: UTC\nweek: {monday-friday: [09:00-17:00]}\n";
  private static final String HOLIDAYS = WEEK + "holidays:\n";
  private static final String MAKE_UP = WEEK + "make_up_days:\n";

  @TempDir Path folder;

  @Test
  void readsEveryYmlFileOfAFolder() throws IOException {
    write("north.yml", "\uFEFF" + WEEK);
    write(
        "south.yml", "zone: Asia/Hong_Kong\nweek:\n  \"Monday, thursday\":\n  - '9:00 – 12:30'\n");
    write("notes.txt", "not a calendar");
    write(".north.yml", "half written");
    Calendars calendars = Calendars.load(folder);
    assertThat(calendars.names()).containsExactly("north", "south");
    assertThat(calendars.get("south").name()).isEqualTo("south");
    assertThat(calendars.get("south").zone()).isEqualTo(ZoneId.of("Asia/Hong_Kong"));
  }

  @Test
  void namesTheCalendarsThereAreWhenAskedForAnother() throws IOException {
    write("north.yml", WEEK);
    write("south.yml", WEEK);
    Calendars calendars = Calendars.load(folder);
    assertThatThrownBy(() -> calendars.get("east"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("'east'", "north, south", folder.toString());
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource({"errorsOfTheFile", "errorsOfTheWeek", "errorsOfHolidays", "errorsOfMakeUpDays"})
  void namesLineFieldAndRemedyOfAnError(String text, String where, String remedy)
      throws IOException {
    Path file = write("site.yml", text);
    assertThatThrownBy(() -> Calendars.load(folder))
        .isInstanceOf(InvalidCalendar.class)
        .hasMessageStartingWith(file + where)
        .hasMessageContaining(remedy);
  }

  static Stream<Arguments> errorsOfTheFile() {
    return Stream.of(
        error("", ":1: the file is empty", "Write zone and week"),
        error("- zone", ":1: names with values are expected", "name: value"),
        error("week: {monday: 9:00-17:00}", ":1: 'zone' is missing", "zone: …"),
        error("zone: UTC", ":1: 'week' is missing", "week: …"),
        error(WEEK + "hollidays: []", ":3: hollidays: this field is not known", "holidays, "),
        error("zone:\nweek: {}", ":1: zone: the value is missing", "take it out"),
        error("# mine\nzone: Asia/Peking", ":2: zone: 'Asia/Peking' is not", "Asia/Shanghai"),
        error("zone: [UTC]", ":1: zone: a single value is expected", "after 'zone:'"),
        error(WEEK + "zone: UTC", ":3:", "twice"),
        error("zone: UTC\nweek: {monday: [9:00-10:00}", ":2: this is not YAML", "brackets"),
        error(WEEK + "---\nzone: UTC", ":", "its own file"));
  }

  static Stream<Arguments> errorsOfTheWeek() {
    return Stream.of(
        error("zone: UTC\nweek:\n  moonday: 9:00-10:00", ":3: week.moonday: 'moonday'", "monday"),
        error("zone: UTC\nweek:\n  monday: 9-10", ":3: week.monday: '9-10'", "09:00-12:00"),
        error("zone: UTC\nweek:\n  monday: 22:00-06:00", ":3: week.monday: '22:", "at midnight"),
        error("zone: UTC\nweek:\n  monday: 22:00-24:01", ":3: week.monday: '22:", "24:00"),
        error(
            "zone: UTC\nweek:\n  monday:\n  - 9:00-12:00\n  - 25:00-26:00",
            ":5: week.monday[2]: '25:00-26:00'",
            "at most 24:00"),
        error(
            "zone: UTC\nweek:\n  monday: [9:00-12:00, 11:00-13:00]",
            ":3: week.monday: two periods overlap",
            "before the other"),
        error(
            "zone: UTC\nweek:\n  monday-friday: 9:00-12:00\n  friday: 9:00-11:00",
            ":4: week.friday: friday is given twice",
            "one of the lines"),
        error("zone: UTC\nweek:\n  monday: []", ":2: week: there is no working time", "hours"));
  }

  static Stream<Arguments> errorsOfHolidays() {
    return Stream.of(
        error(WEEK + "public_holidays: XX", ":3: public_holidays: 'XX'", "US, "),
        error(WEEK + "public_holidays: DE-XX", ":3: public_holidays: 'XX'", "by, "),
        error(WEEK + "holidays: {a: b}", ":3: holidays: a list is expected", "'- '"),
        error(HOLIDAYS + "- {date: 2026-10-01}", ":4: holidays[1]: 'name' is missing", "name: …"),
        error(HOLIDAYS + "- {name: x}", ":4: holidays[1]: which days", "'date'"),
        error(
            HOLIDAYS + "- {date: 2026-10-01, to: 2026-10-02, name: x}",
            ":4: holidays[1]: which days",
            "'from' and 'to'"),
        error(
            HOLIDAYS + "- {from: 2026-10-01, name: x}",
            ":4: holidays[1]: 'to' is missing",
            "to: …"),
        error(
            HOLIDAYS + "- {from: 2026-10-02, to: 2026-10-01, name: x}",
            ":4: holidays[1]: the days from 2026-10-02 to 2026-10-01",
            "the first day off"),
        error(
            HOLIDAYS + "- {from: 2026-10-02, to: 2062-10-01, name: x}",
            ":4: holidays[1]: the days from",
            "more than a year"),
        error(
            HOLIDAYS + "- name: x\n  date: 2026-02-29",
            ":5: holidays[1].date: '2026-02-29' is not a date",
            "2026-10-01"),
        error(
            HOLIDAYS + "- {date: 2026-10-01, name: {zh: 国庆节}}",
            ":4: holidays[1].name: 'en' is missing",
            "en: …"),
        error(
            HOLIDAYS + "- {date: 2026-10-01, name: x}\n- {date: 2026-10-01, name: y}",
            ":5: holidays[2]: 2026-10-01 is given in line 4 too",
            "Keep one"));
  }

  static Stream<Arguments> errorsOfMakeUpDays() {
    return Stream.of(
        error(
            MAKE_UP + "- {date: 2026-10-10, name: x, hours: []}",
            ":4: make_up_days[1]: the day has no hours",
            "take 'hours' out"),
        error(
            WEEK
                + "holidays: [{date: 2026-10-10, name: x}]\n"
                + "make_up_days: [{date: 2026-10-10, name: x}]",
            ":4: make_up_days[1]: 2026-10-10 is given in line 3 too",
            "Keep one"));
  }

  private static Arguments error(String text, String where, String remedy) {
    return Arguments.of(text, where, remedy);
  }

  @Test
  void reportsEveryFileThatIsWrong() throws IOException {
    write("east.yml", "zone: UTC");
    write("north.yml", WEEK);
    write("south.yml", "");
    assertThatThrownBy(() -> Calendars.load(folder))
        .hasMessageContainingAll("east.yml:1", "south.yml:1")
        .hasMessageNotContaining("north.yml");
  }

  @Test
  void refusesTextThatIsNotUtf8() throws IOException {
    Files.write(folder.resolve("gbk.yml"), "# 国庆节".getBytes("GB18030"));
    assertThatThrownBy(() -> Calendars.load(folder)).hasMessageContainingAll("gbk.yml", "UTF-8");
  }

  @Test
  void namesAFolderThatCannotBeRead() {
    assertThatThrownBy(() -> Calendars.load(folder.resolve("none")))
        .isInstanceOf(InvalidCalendar.class)
        .hasMessageContainingAll("none", "NAME.yml");
  }

  private Path write(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
