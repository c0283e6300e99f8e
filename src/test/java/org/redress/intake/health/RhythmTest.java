package org.redress.intake.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RhythmTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void expectsWhatCameInTheSameHoursOfPastWeeks() {
    var rhythm = new Rhythm(weekly(4, Map.of(9, 3L, 10, 5L, 11, 0L)));

    assertThat(rhythm.expected(NOW.minus(Duration.ofHours(3)), NOW)).isEqualTo(8);
    assertThat(rhythm.expected(NOW.minus(Duration.ofMinutes(90)), NOW)).isCloseTo(2.5, within(.01));
    assertThat(rhythm.expected(NOW, NOW.plus(Duration.ofHours(5)))).isZero();
  }

  @Test
  void theBusiestWeekDoesNotCount() {
    var past = weekly(4, Map.of(10, 2L));
    past.put(NOW.minus(Duration.ofHours(2)).minus(Duration.ofDays(14)), 9_000L);

    assertThat(new Rhythm(past).expected(NOW.minus(Duration.ofHours(3)), NOW)).isEqualTo(2);
  }

  @Test
  void aYoungChannelHasNoRhythm() {
    assertThat(new Rhythm(weekly(1, Map.of(10, 50L))).expected(NOW.minusSeconds(9000), NOW))
        .isZero();
    assertThat(new Rhythm(Map.of()).expected(NOW.minusSeconds(9000), NOW)).isZero();
  }

  /** The same hours of the day, each of so many weeks ago. */
  private static Map<Instant, Long> weekly(int weeks, Map<Integer, Long> byHour) {
    var past = new HashMap<Instant, Long>();
    for (int week = 1; week <= weeks; week++) {
      var day = NOW.minus(Duration.ofDays(7L * week)).minus(Duration.ofHours(12));
      byHour.forEach((hour, count) -> past.put(day.plus(Duration.ofHours(hour)), count));
    }
    return past;
  }
}
