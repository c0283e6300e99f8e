package org.redress.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.redress.access.SiteSettings;
import org.redress.calendar.Wording;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Times on screens: in the site's zone, seen from now, in the reader's language. */
@Component("times")
public class Times {

  private final MessageSource messages;
  private final SiteSettings site;
  private final Clock clock;

  Times(MessageSource messages, SiteSettings site, Clock clock) {
    this.messages = messages;
    this.site = site;
    this.clock = clock;
  }

  /** {@code in 3 h}. */
  public String due(Instant due) {
    return sla().due(due);
  }

  /** {@code in 3 hours, tomorrow 10:40}. */
  public String dueInFull(Instant due) {
    return sla().dueInFull(due);
  }

  /** {@code tomorrow 10:40}. */
  public String day(Instant instant) {
    return sla().day(instant);
  }

  /** Date and time in full. */
  public String exact(Instant instant) {
    return sla().exact(instant);
  }

  /** {@code 5 min ago}. */
  public String ago(Instant past) {
    return sla().ago(past);
  }

  /** How much working time that is: {@code 3 working hours}. */
  public String workingTime(Duration length) {
    return sla().workingTime(length);
  }

  /** {@code 2 working hours}. */
  public String span(String span) {
    return sla().span(span);
  }

  /** {@code Mon 23 Nov 09:00}. */
  public String minute(Instant instant) {
    var pattern = locale().getLanguage().equals("zh") ? "M月d日 EEE HH:mm" : "EEE d MMM HH:mm";
    return instant
        .atZone(site.timeZone())
        .format(DateTimeFormatter.ofPattern(pattern).withLocale(locale()));
  }

  /** Why time counted or did not. */
  public String why(Wording why) {
    return why.in(locale());
  }

  /** Whether a time has passed. */
  public boolean isPast(Instant instant) {
    return instant.isBefore(clock.instant());
  }

  /** A date in the reader's way of writing. */
  public String date(LocalDate date) {
    return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale()));
  }

  private SlaWords sla() {
    return new SlaWords(messages, locale(), site.timeZone(), clock.instant());
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
