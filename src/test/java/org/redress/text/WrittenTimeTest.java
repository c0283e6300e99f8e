package org.redress.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments, in the ways they are written. */
class WrittenTimeTest {

  @ParameterizedTest
  @CsvSource({
    "1795255800, 2026-11-21T10:10:00Z",
    "1795255800000, 2026-11-21T10:10:00Z",
    "2026-11-20T10:15:00+01:00, 2026-11-20T09:15:00Z",
    "2026-11-20T10:15:00-0700, 2026-11-20T17:15:00Z",
    "1795255800.5, 2026-11-21T10:10:00.500Z",
    "2026-11-20T10:15:00.123456789Z, 2026-11-20T10:15:00.123456789Z",
    "2026-11-20 10:15 +0100, 2026-11-20T09:15:00Z",
    "2026-11-20 10:15, 2026-11-20T02:15:00Z",
    "2026-1-2 9:05:07, 2026-01-02T01:05:07Z",
    "2026/11/20 10:15, 2026-11-20T02:15:00Z",
    "20.11.2026 10:15, 2026-11-20T02:15:00Z",
    "2026年11月20日 10:15, 2026-11-20T02:15:00Z",
    "20.11.2026, 2026-11-19T16:00:00Z",
    "'Fri, 20 Nov 2026 10:15:00 +0100', 2026-11-20T09:15:00Z",
  })
  void readsTimesAsSendersWriteThem(String written, Instant expected) {
    assertThat(WrittenTime.read(written, ZoneId.of("Asia/Shanghai"))).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2026-13-01T00:00:00Z",
        "12",
        "2026-",
        "",
        "20/11/2026",
        "31.2.2026",
        "2026-11-20T25:00",
        "10:15",
        "999999999999999999"
      })
  void doesNotGuessATime(String written) {
    assertThat(WrittenTime.read(written, ZoneId.of("Asia/Shanghai"))).isEmpty();
  }
}
