package org.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.redress.calendar.Due.Interval;
import org.redress.calendar.Pauses.Pause;
import org.redress.calendar.SlowCalendar.Stretch;

/**
 * Compares the arithmetic with counting one minute after the other, on calendars made by chance.
 */
class MinuteByMinuteTest {

  private static final int CASES = 300;
  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Asia/Shanghai",
          "Asia/Kathmandu",
          "Europe/Berlin",
          "America/New_York",
          "America/St_Johns", // back over midnight until 2011
          "America/Sao_Paulo", // on at midnight until 2018
          "Asia/Beirut", // back at midnight
          "Australia/Lord_Howe", // half an hour
          "Pacific/Apia"); // lost a day in 2011

  private final Random random = new Random(20261001);

  @Test
  void agreesWithCountingEachMinute() {
    for (int i = 0; i < CASES; i++) {
      ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
      Instant start = start(zone);
      SlowCalendar slow = SlowCalendar.any(zone, start.atZone(zone).toLocalDate(), random);
      TimeSpan span = span();
      String which = i + ": " + span + " after " + start + " in\n" + slow.yaml();

      Due due = WorkingCalendarTest.calendar(slow.yaml()).due(start, span);

      List<Stretch> expected = slow.stretches(start, span, List.of());
      assertThat(stretches(due)).as(which).isEqualTo(expected);
      assertThat(due.due()).as(which).isEqualTo(expected.get(expected.size() - 1).to());
      assertNoGapsAndNoNeighboursAlike(due, start, which);
      assertThat(hours(due, span)).as(which).isEqualTo(hours(span));
    }
  }

  @Test
  void agreesWithCountingEachMinuteThatIsNotPaused() {
    for (int i = 0; i < CASES; i++) {
      ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
      Instant start = start(zone);
      SlowCalendar slow = SlowCalendar.any(zone, start.atZone(zone).toLocalDate(), random);
      WorkingCalendar calendar = WorkingCalendarTest.calendar(slow.yaml());
      TimeSpan span = random.nextInt(3) == 0 ? realMinutes() : span();
      Pauses pauses = pauses(start);
      String which = "%d: %s after %s, %s in%n%s".formatted(i, span, start, pauses, slow.yaml());

      Due due = calendar.due(start, span, pauses).orElseThrow();

      List<Stretch> expected = slow.stretches(start, span, pauses.over());
      assertThat(stretches(due)).as(which).isEqualTo(expected);
      assertThat(due.due()).as(which).isEqualTo(expected.get(expected.size() - 1).to());

      Instant since = pauses.over().get(pauses.over().size() - 1).to();
      var stopped = calendar.due(start, span, new Pauses(pauses.over(), since)).map(Due::due);
      assertThat(stopped)
          .as("stopped for good: " + which)
          .isEqualTo(due.due().isAfter(since) ? Optional.empty() : Optional.of(due.due()));
    }
  }

  private TimeSpan realMinutes() {
    return new TimeSpan(1 + random.nextInt(3000), TimeSpan.Unit.MINUTES);
  }

  /** One to four pauses of minutes or days, the first of which may lie before the start. */
  private Pauses pauses(Instant start) {
    List<Pause> pauses = new ArrayList<>();
    Instant at = start.minus(random.nextInt(600), ChronoUnit.MINUTES);
    for (int i = random.nextInt(4); i >= 0; i--) {
      Instant from = at.plus(random.nextInt(2000), ChronoUnit.MINUTES);
      at = from.plus(1 + random.nextInt(random.nextBoolean() ? 60 : 4000), ChronoUnit.MINUTES);
      pauses.add(new Pause(from, at));
    }
    return new Pauses(pauses, null);
  }

  /** Every other start lies within four days of a change of clocks, where the zone has any. */
  private Instant start(ZoneId zone) {
    Instant any =
        Instant.parse("2009-01-01T00:00:00Z").plus(random.nextInt(18 * 365), ChronoUnit.DAYS);
    ZoneOffsetTransition change = zone.getRules().nextTransition(any);
    Instant near = change != null && random.nextBoolean() ? change.getInstant() : any;
    return near.minus(random.nextInt(4 * 24 * 60), ChronoUnit.MINUTES);
  }

  private TimeSpan span() {
    return random.nextBoolean()
        ? new TimeSpan(1 + random.nextInt(24), TimeSpan.Unit.WORKING_HOURS)
        : new TimeSpan(1 + random.nextInt(5), TimeSpan.Unit.WORKING_DAYS);
  }

  /** The intervals, joined where only the reason differs. */
  private static List<Stretch> stretches(Due due) {
    List<Stretch> stretches = new ArrayList<>();
    for (Interval it : due.intervals()) {
      SlowCalendar.append(stretches, new Stretch(it.from(), it.to(), it.counted()));
    }
    return stretches;
  }

  private static void assertNoGapsAndNoNeighboursAlike(Due due, Instant start, String which) {
    Instant at = start;
    String before = "";
    for (Interval it : due.intervals()) {
      String kind = it.counted() + it.why().en().replaceAll("working days? \\d.*", "working day");
      assertThat(it.from()).as(which).isEqualTo(at);
      assertThat(it.to()).as(which).isAfter(it.from());
      assertThat(kind).as(which).isNotEqualTo(before);
      at = it.to();
      before = kind;
    }
    assertThat(at).as(which).isEqualTo(due.due());
  }

  private static Duration hours(Due due, TimeSpan span) {
    return span.unit() != TimeSpan.Unit.WORKING_HOURS
        ? Duration.ZERO
        : due.intervals().stream()
            .filter(Interval::counted)
            .map(it -> Duration.between(it.from(), it.to()))
            .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration hours(TimeSpan span) {
    return span.unit() == TimeSpan.Unit.WORKING_HOURS
        ? Duration.ofHours(span.amount())
        : Duration.ZERO;
  }
}
