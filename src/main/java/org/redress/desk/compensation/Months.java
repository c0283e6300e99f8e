package org.redress.desk.compensation;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.redress.access.SiteSettings;
import org.redress.desk.api.Refused;
import org.springframework.stereotype.Component;

/** Budget months as addresses name them, for instance {@code 2026-11}. */
@Component
class Months {

  private final SiteSettings site;
  private final Clock clock;

  Months(SiteSettings site, Clock clock) {
    this.site = site;
    this.clock = clock;
  }

  /** The first day of a month; of the present one when none is named. */
  LocalDate first(@Nullable String month) {
    if (month == null || month.isBlank()) {
      return YearMonth.from(clock.instant().atZone(site.timeZone())).atDay(1);
    }
    try {
      return YearMonth.parse(month).atDay(1);
    } catch (DateTimeException e) {
      throw Refused.badRequest(
          "The parameter 'month': '%s' is no month. Write one like 2026-11.".formatted(month));
    }
  }

  static String key(LocalDate first) {
    return YearMonth.from(first).toString();
  }
}
