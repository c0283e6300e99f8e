package org.redress.intake.webhook.signature;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The replay window: what was signed long ago, or will be, is not taken.
 *
 * @param header where the time stands when it has a header of its own
 */
record Times(String header, Duration window, Clock clock) {

  private static final long FIRST_MILLIS = 100_000_000_000L;

  /** Whether a time in seconds or milliseconds since 1970 is near enough. */
  boolean isNow(String written) {
    if (!written.matches("\\d{1,15}")) {
      return false;
    }
    var number = Long.parseLong(written);
    var time = number < FIRST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    return Duration.between(time, clock.instant()).abs().compareTo(window) <= 0;
  }
}
