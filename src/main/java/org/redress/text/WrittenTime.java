package org.redress.text;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moments as people and other programs write them. */
public final class WrittenTime {

  private static final Pattern SECONDS = Pattern.compile("\\d{9,10}(\\.\\d{1,9})?");
  private static final Pattern MONTH = Pattern.compile(" [A-Z][a-z]{2} ");
  private static final Pattern MILLIS = Pattern.compile("\\d{12,15}");

  /**
   * The order of day and month must be plain: {@code 3/4/2026} is March to some, April to others.
   */
  private static final DateTimeFormatter DAY_AND_TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("[uuuu-M-d][uuuu/M/d][d.M.uuuu][uuuu年M月d日]")
          .appendPattern("[[ ]['T']H:mm[:ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .appendPattern("][ ]")
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHmm", "Z")
          .optionalEnd()
          .appendPattern("]")
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private WrittenTime() {}

  /**
   * Reads seconds (with a fraction or without) or milliseconds since 1970; {@code
   * 2026-11-20T10:15:00+08:00}, also with a space and without seconds, offset or time; the days
   * {@code 2026/11/20}, {@code 20.11.2026} and {@code 2026年11月20日} alike; or the time of a mail.
   *
   * @param zone of what has no offset
   * @return empty when it is none of these, and for dates that do not exist
   */
  public static Optional<Instant> read(String text, ZoneId zone) {
    var written = text.strip();
    try {
      if (SECONDS.matcher(written).matches()) {
        return Optional.of(
            Instant.ofEpochMilli(new BigDecimal(written).movePointRight(3).longValue()));
      }
      if (MILLIS.matcher(written).matches()) {
        return Optional.of(Instant.ofEpochMilli(Long.parseLong(written)));
      }
      return Optional.of(
          MONTH.matcher(written).find()
              ? Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(written))
              : moment(written, zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant moment(String written, ZoneId zone) {
    var best =
        DAY_AND_TIME.parseBest(written, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    if (best instanceof OffsetDateTime exact) {
      return exact.toInstant();
    }
    return best instanceof LocalDateTime local
        ? local.atZone(zone).toInstant()
        : LocalDate.from(best).atStartOfDay(zone).toInstant();
  }
}
