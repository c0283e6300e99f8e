package org.redress.desk.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.redress.access.SiteSettings;
import org.redress.insight.daily.DailyFigures.Span;
import org.springframework.stereotype.Component;

/** The stretches of time that figures are shown for. */
@Component
class Period {

  static final List<Integer> CHOICES = List.of(7, 30, 90, 365);
  private static final int USUAL = 30;

  private final Clock clock;
  private final SiteSettings site;

  Period(Clock clock, SiteSettings site) {
    this.clock = clock;
    this.site = site;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), site.timeZone());
  }

  /** One of the choices; the usual one for anything else. */
  static int days(int asked) {
    return CHOICES.contains(asked) ? asked : USUAL;
  }

  /** So many days up to today. */
  Span span(int days) {
    return Span.until(today(), days);
  }
}
