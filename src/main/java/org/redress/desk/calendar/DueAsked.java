package org.redress.desk.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.Due;
import org.redress.calendar.Pauses;
import org.redress.calendar.TimeSpan;
import org.redress.calendar.WorkingCalendar;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What is due if: a moment, a length of time, and the answer.
 *
 * @param start in the calendar's zone, as the form writes it
 * @param span such as {@code 2wd}
 * @param mistake the message that says what is wrong with the question
 */
record DueAsked(
    String start, String span, ZoneId zone, @Nullable Due due, @Nullable String mistake) {

  private static final String FIRST_SPAN = "8wh";

  /** A line of the arithmetic. */
  record Line(String from, String to, boolean counted, String why) {}

  /** The form before anything was asked. */
  static DueAsked nothing(WorkingCalendar calendar, Instant now) {
    var start = now.atZone(calendar.zone()).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    return new DueAsked(start.toString(), FIRST_SPAN, calendar.zone(), null, null);
  }

  /** The answer to a question. */
  static DueAsked of(WorkingCalendar calendar, String start, String span) {
    var asked = new DueAsked(start, span, calendar.zone(), null, null);
    LocalDateTime from;
    try {
      from = LocalDateTime.parse(start.strip());
    } catch (DateTimeParseException e) {
      return asked.wrong("calendars.due.start.wrong");
    }
    TimeSpan length;
    try {
      length = TimeSpan.parse(span);
    } catch (IllegalArgumentException e) {
      return asked.wrong("calendars.due.span.wrong");
    }
    try {
      return calendar
          .due(from.atZone(calendar.zone()).toInstant(), length, Pauses.NONE)
          .map(due -> new DueAsked(start, span.strip(), calendar.zone(), due, null))
          .orElseGet(() -> asked.wrong("calendars.due.too_far"));
    } catch (IllegalArgumentException e) {
      return asked.wrong("calendars.due.too_far");
    }
  }

  private DueAsked wrong(String message) {
    return new DueAsked(start, span, zone, null, message);
  }

  /** When it is due, in words. */
  public String dueInWords() {
    return due == null ? "" : words(due.due());
  }

  /** What was counted and what was passed over, and why. */
  public List<Line> lines() {
    var locale = LocaleContextHolder.getLocale();
    return due == null
        ? List.of()
        : due.intervals().stream()
            .map(i -> new Line(words(i.from()), words(i.to()), i.counted(), i.why().in(locale)))
            .toList();
  }

  private String words(Instant at) {
    var locale = LocaleContextHolder.getLocale();
    var isChinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    var pattern = isChinese ? "y年M月d日 EEE HH:mm" : "EEE d MMM y HH:mm";
    return at.atZone(zone).format(DateTimeFormatter.ofPattern(pattern, locale));
  }
}
