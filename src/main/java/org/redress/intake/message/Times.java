package org.redress.intake.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When something was said, in the ways that senders write it. */
final class Times {

  private static final long FIRST_MILLIS = 100_000_000_000L;

  private Times() {}

  /**
   * Reads seconds or milliseconds since 1970, an ISO time with an offset or in the site's zone, or
   * the time of a mail or a feed; empty when it is none of these.
   */
  static Optional<Instant> read(String written, ZoneId zone) {
    try {
      if (written.matches("\\d{9,15}")) {
        var number = Long.parseLong(written);
        return Optional.of(
            number < FIRST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
      }
      if (written.matches("\\d{4}-.*")) {
        return Optional.of(iso(written.replace(' ', 'T'), zone));
      }
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(written)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant iso(String written, ZoneId zone) {
    return written.matches(".*T.*(Z|[+-]\\d\\d:?(\\d\\d)?)")
        ? OffsetDateTime.parse(written.replaceAll("([+-]\\d\\d)(\\d\\d)$", "$1:$2")).toInstant()
        : LocalDateTime.parse(written).atZone(zone).toInstant();
  }
}
