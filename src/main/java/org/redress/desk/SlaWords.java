package org.redress.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.redress.calendar.TimeSpan;
import org.springframework.context.MessageSource;

/** Says times the way people do: {@code in 3 hours, tomorrow 10:40}. Rounds towards now. */
final class SlaWords {

  private static final long HOURS_WITH_MINUTES = 3;
  private static final long HOURS_UNTIL_DAYS = 48;
  private static final long DAYS_WITH_NAMES = 6;

  private final MessageSource messages;
  private final Locale locale;
  private final ZoneId zone;
  private final Instant now;

  SlaWords(MessageSource messages, Locale locale, ZoneId zone, Instant now) {
    this.messages = messages;
    this.locale = locale;
    this.zone = zone;
    this.now = now;
  }

  /** For a badge: {@code in 3 h} or {@code 2 h overdue}. */
  String due(Instant due) {
    var left = Duration.between(now, due);
    return message(left.isNegative() ? "sla.overdue" : "sla.left", length(left.abs(), "short"));
  }

  /** For a line of text: {@code in 3 hours, tomorrow 10:40}. */
  String dueInFull(Instant due) {
    var left = Duration.between(now, due);
    var relative =
        message(left.isNegative() ? "sla.overdue" : "sla.left", length(left.abs(), "long"));
    return message("sla.relative_and_exact", relative, day(due));
  }

  /** How long ago: {@code 5 min ago}. */
  String ago(Instant past) {
    var gone = Duration.between(past, now);
    return gone.toMinutes() < 1
        ? message("sla.just_now")
        : message("sla.ago", length(gone, "short"));
  }

  /** The day in words where that is shorter, and the time: {@code tomorrow 10:40}. */
  String day(Instant instant) {
    var then = instant.atZone(zone);
    var today = now.atZone(zone);
    var days = ChronoUnit.DAYS.between(today.toLocalDate(), then.toLocalDate());
    var time = then.format(pattern("sla.pattern.time"));
    if (Math.abs(days) <= 1) {
      var name = days == 0 ? "today" : days == 1 ? "tomorrow" : "yesterday";
      return message("sla.day_and_time", message("sla." + name), time);
    }
    return message("sla.day_and_time", then.format(pattern(dayPattern(days, then, today))), time);
  }

  private static String dayPattern(long days, ZonedDateTime then, ZonedDateTime today) {
    if (days > 0 && days <= DAYS_WITH_NAMES) {
      return "sla.pattern.weekday";
    }
    return then.getYear() == today.getYear() ? "sla.pattern.day" : "sla.pattern.day_of_year";
  }

  /** Date and time in full, for hovering and printing. */
  String exact(Instant instant) {
    return instant.atZone(zone).format(pattern("sla.pattern.exact"));
  }

  /** A promised length of time: {@code 2wh} is {@code 2 working hours}. */
  String span(String span) {
    var parsed = TimeSpan.parse(span);
    return message("span." + parsed.unit().name().toLowerCase(Locale.ROOT), parsed.amount());
  }

  /** How much working time that is, rounded down: {@code 3 working hours}. */
  String workingTime(Duration length) {
    return length.toHours() < 1
        ? message("span.working_minutes", length.toMinutes())
        : message("span.working_hours", length.toHours());
  }

  private String length(Duration length, String form) {
    if (length.toHours() < 1) {
      return message("sla.minutes." + form, Math.max(length.toMinutes(), 1));
    }
    if (length.toHours() < HOURS_WITH_MINUTES && length.toMinutesPart() > 0) {
      return message("sla.hours_minutes." + form, length.toHours(), length.toMinutesPart());
    }
    if (length.toHours() < HOURS_UNTIL_DAYS) {
      return message("sla.hours." + form, length.toHours());
    }
    return message("sla.days." + form, length.toDays());
  }

  private DateTimeFormatter pattern(String key) {
    return DateTimeFormatter.ofPattern(message(key), locale);
  }

  private String message(String key, Object... values) {
    return messages.getMessage(key, values.length == 0 ? null : values, locale);
  }
}
