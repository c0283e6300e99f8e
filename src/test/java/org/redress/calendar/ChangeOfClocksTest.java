package org.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.calendar.WorkingCalendarTest.calendar;
import static org.redress.calendar.WorkingCalendarTest.instant;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Europe/Berlin puts its clocks on at 02:00 on 29 March 2026 and back at 03:00 on 25 October;
 * America/New_York on at 02:00 on 8 March and back at 02:00 on 1 November. All four are Sundays.
 */
class ChangeOfClocksTest {

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "2026-03-28T12:00+01:00, 24h, 2026-03-29T13:00+02:00",
    "2026-03-28T12:00+01:00, 1d, 2026-03-29T12:00+02:00",
    "2026-03-28T02:30+01:00, 1d, 2026-03-29T03:30+02:00",
    "2026-03-27T16:00+01:00, 2wh, 2026-03-30T10:00+02:00",
    "2026-03-27T16:00+01:00, 1wd, 2026-03-30T17:00+02:00",
    "2026-10-24T12:00+02:00, 24h, 2026-10-25T11:00+01:00",
    "2026-10-24T12:00+02:00, 1d, 2026-10-25T12:00+01:00",
    "2026-10-24T02:30+02:00, 1d, 2026-10-25T02:30+02:00",
    "2025-10-26T02:30+01:00, 52w, 2026-10-25T02:30+01:00",
    "2026-10-25T02:30+01:00, 1d, 2026-10-26T02:30+01:00",
    "2026-10-23T16:00+02:00, 2wh, 2026-10-26T10:00+01:00",
  })
  void addsASpanInBerlin(String start, String span, String due) {
    WorkingCalendar berlin = calendar("zone: Europe/Berlin\nweek: {monday-friday: 09:00-17:00}");
    assertDue(berlin, start, span, due);
  }

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "2026-03-07T02:30-05:00, 1d, 2026-03-08T03:30-04:00",
    "2026-03-06T16:00-05:00, 2wh, 2026-03-09T10:00-04:00",
    "2026-03-06T16:00-05:00, 1wd, 2026-03-09T17:00-04:00",
    "2026-10-31T01:30-04:00, 1d, 2026-11-01T01:30-04:00",
    "2026-10-31T01:30-04:00, 1w, 2026-11-07T01:30-05:00",
    "2026-10-30T16:00-04:00, 2wh, 2026-11-02T10:00-05:00",
    "2026-10-31T22:00-04:00, 24h, 2026-11-01T21:00-05:00",
  })
  void addsASpanInNewYork(String start, String span, String due) {
    WorkingCalendar newYork =
        calendar("zone: America/New_York\nweek: {monday-friday: 09:00-17:00}");
    assertDue(newYork, start, span, due);
  }

  @ParameterizedTest(name = "{0}: {1} + {2} = {3}")
  @CsvSource({
    // five real hours on the short night, seven on the long one
    "00:00-06:00, 2026-03-29T00:00+01:00, 6wh, 2026-04-05T01:00+02:00",
    "00:00-06:00, 2026-10-25T00:00+02:00, 6wh, 2026-10-25T05:00+01:00",
    "00:00-06:00, 2026-10-25T00:00+02:00, 8wh, 2026-11-01T01:00+01:00",
    // begins when the clock jumps past 02:30
    "02:30-05:00, 2026-03-29T00:00+01:00, 2wh, 2026-03-29T05:00+02:00",
    // ends when the clock shows 02:30 for the first time, begins then too
    "00:30-02:30, 2026-10-25T00:00+02:00, 2wh, 2026-10-25T02:30+02:00",
    "02:30-05:00, 2026-10-25T00:00+02:00, 3wh, 2026-10-25T04:30+01:00",
    // a start in the hour that comes again
    "02:30-05:00, 2026-10-25T02:15+01:00, 1wh, 2026-10-25T03:15+01:00",
    // there is no such time on that day
    "02:00-02:30, 2026-03-28T12:00+01:00, 1wd, 2026-04-05T02:30+02:00",
    "'[01:00-01:30, 02:00-02:30]', 2026-03-28T12:00+01:00, 1wd, 2026-03-29T01:30+01:00",
    "02:00-03:00, 2026-03-28T12:00+01:00, 1wh, 2026-04-05T03:00+02:00",
  })
  void worksOnSundayNightsInBerlin(String hours, String start, String span, String due) {
    assertDue(calendar("zone: Europe/Berlin\nweek: {sunday: " + hours + "}"), start, span, due);
  }

  @Test
  void doesNotCountADayThatNeverWas() {
    // Samoa went from 29 to 31 December 2011.
    WorkingCalendar apia = calendar("zone: Pacific/Apia\nweek: {monday-friday: 09:00-17:00}");
    assertDue(apia, "2011-12-29T12:00-10:00", "1wd", "2012-01-02T17:00+14:00");
    assertDue(apia, "2011-12-29T16:00-10:00", "2wh", "2012-01-02T10:00+14:00");
  }

  @Test
  void aDayIsNotBegunAnewWhenClocksGoBackOverMidnight() {
    // At 00:01 on 7 November 2010 clocks in Newfoundland went back to 23:01 of the Saturday.
    WorkingCalendar newfoundland =
        calendar("zone: America/St_Johns\nweek: {monday-sunday: 09:00-17:00}");
    assertDue(newfoundland, "2010-11-06T23:30-02:30", "1wd", "2010-11-07T17:00-03:30");
    assertDue(newfoundland, "2010-11-06T23:30-03:30", "1wd", "2010-11-08T17:00-03:30");
  }

  private static void assertDue(WorkingCalendar calendar, String start, String span, String due) {
    Instant found = calendar.due(instant(start), TimeSpan.parse(span)).due();
    assertThat(found.atZone(calendar.zone()).toOffsetDateTime()).hasToString(due);
  }
}
