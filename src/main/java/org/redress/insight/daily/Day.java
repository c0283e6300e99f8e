package org.redress.insight.daily;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.redress.storage.Instants;

/** A day in the site's time zone, as queries take it. */
record Day(LocalDate date, ZoneId zone, Instant now) {

  /** {@code from} and {@code to}, the latter not included, and {@code now}. */
  Map<String, Object> parameters() {
    return Map.of(
        "from", Instants.bind(date.atStartOfDay(zone).toInstant()),
        "to", Instants.bind(date.plusDays(1).atStartOfDay(zone).toInstant()),
        "now", Instants.bind(now));
  }
}
