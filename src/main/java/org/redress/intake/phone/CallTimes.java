package org.redress.intake.phone;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Times as telephone systems write them. */
public final class CallTimes {

  private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);

  private CallTimes() {}

  /**
   * Reads {@code 2026-11-20T10:15:00+08:00}, the same with a space and without an offset, or
   * seconds since 1970.
   *
   * @param zone of times without an offset
   */
  public static Optional<Instant> read(String text, ZoneId zone) {
    try {
      return Optional.of(moment(text.strip().replace(' ', 'T'), zone));
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Instant moment(String text, ZoneId zone) {
    if (text.matches("\\d{9,10}(\\.\\d{1,9})?")) {
      return Instant.ofEpochMilli(new BigDecimal(text).multiply(MILLIS).longValue());
    }
    return text.matches(".*([+-]\\d{2}:?\\d{2}|Z)$") && text.indexOf('T') > 0 && text.length() > 19
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).atZone(zone).toInstant();
  }
}
