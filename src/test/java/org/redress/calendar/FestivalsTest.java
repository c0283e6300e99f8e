package org.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Due times around the Spring Festival and the National Day of 2026, worked out by hand from the
 * State Council's list: off from 15 to 23 February, 25 to 27 September and 1 to 7 October; worked
 * on the weekend days 14 and 28 February, 20 September and 10 October. The hours are 9 to 12 and 13
 * to 18.
 */
class FestivalsTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final Calendars calendars = Calendars.load(Path.of("config/calendars"));

  @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
  @CsvSource({
    "2026-02-13T10:00, 1wd, 2026-02-14T18:00, 'the Saturday is worked'",
    "2026-02-13T10:00, 2wd, 2026-02-24T18:00, 'Saturday, then nine days off, then Tuesday'",
    "2026-02-13T16:00, 4wh, 2026-02-14T11:00, 'two hours on Friday, two on the worked Saturday'",
    "2026-02-14T17:00, 2wh, 2026-02-24T10:00, 'one hour before the festival, one after it'",
    "2026-02-18T12:00, 1wh, 2026-02-24T10:00, 'it starts within the festival'",
    "2026-02-24T10:00, 5wd, 2026-03-02T18:00, '25, 26, 27, the worked Saturday 28, Monday'",
    "2026-09-18T15:00, 1wd, 2026-09-20T18:00, 'Saturday is off, Sunday is worked'",
    "2026-09-24T10:00, 3wd, 2026-09-30T18:00, 'after Mid-Autumn: 28, 29, 30'",
    "2026-09-30T17:30, 1wh, 2026-10-08T09:30, 'half an hour on each side of the week off'",
    "2026-09-30T10:00, 7wd, 2026-10-15T18:00, '8, 9, the worked Saturday 10, 12 to 15'",
    "2026-10-09T12:30, 1wd, 2026-10-10T18:00, 'the Saturday is worked'",
    "2026-09-30T10:00, 15d, 2026-10-15T10:00, 'calendar days know no festival'"
  })
  void knowsWhatIsOffAndWhatIsMadeUpFor(
      LocalDateTime start, String span, LocalDateTime due, String why) {
    var reckoned =
        calendars.get("cn").due(start.atZone(SHANGHAI).toInstant(), TimeSpan.parse(span)).due();
    assertThat(reckoned.atZone(SHANGHAI).toLocalDateTime()).as(why).isEqualTo(due);
  }
}
