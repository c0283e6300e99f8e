package org.redress.demo.cast;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * When complaints arrive in the demo year, and about what: busy Mondays and quiet nights, a winter
 * of deliveries, and a few surges.
 */
public final class Arrivals {

  private static final int DAYS = 365;
  private static final double[] MONTHS = {
    1.1, 0.8, 0.95, 0.95, 1, 1.15, 1, 0.95, 1, 1.05, 1.45, 1.3
  };
  private static final double[] WEEKDAYS = {1.3, 1.15, 1.1, 1.05, 1.05, 0.75, 0.6};
  private static final int[] HOURS = {
    1, 1, 0, 0, 0, 1, 2, 5, 12, 20, 22, 18, 13, 15, 18, 17, 15, 13, 11, 11, 12, 10, 6, 3
  };
  private static final int ALL_HOURS = 226;

  /** A burst of one theme: how many days ago it began, how long it lasted, how many times a day. */
  private record Surge(String theme, int began, int days, double strength) {}

  private static final List<Surge> SURGES =
      List.of(
          new Surge("outage", 251, 2, 1.6),
          new Surge("bad_batch", 118, 14, 0.8),
          new Surge("late_delivery", 44, 6, 1.3),
          new Surge("app_crash", 12, 2, 1.2));

  private static final Map<String, Integer> THEMES = themes();

  private final int tickets;
  private final Instant end;
  private final ZoneId zone;
  private final double whole;
  private double sofar;
  private int given;

  public Arrivals(int tickets, Instant end, ZoneId zone) {
    this.tickets = tickets;
    this.end = end;
    this.zone = zone;
    this.whole = days().stream().mapToDouble(this::busy).sum();
  }

  /** One complaint to come. */
  public record Arrival(Instant at, String theme, boolean inSurge) {}

  private static Map<String, Integer> themes() {
    var themes = new LinkedHashMap<String, Integer>();
    themes.put("late_delivery", 16);
    themes.put("faulty_product", 15);
    themes.put("refund_late", 9);
    themes.put("double_charge", 9);
    themes.put("damaged_parcel", 7);
    themes.put("rude_staff", 7);
    themes.put("repair_missed", 7);
    themes.put("app_crash", 5);
    themes.put("cannot_cancel", 5);
    themes.put("price", 4);
    themes.put("misled", 4);
    themes.put("points", 3);
    themes.put("meal", 3);
    themes.put("outage", 3);
    themes.put("shop", 3);
    themes.put("calls", 2);
    themes.put("privacy", 1);
    themes.put("praise", 1);
    themes.put("fire", 1);
    return themes;
  }

  /** The days of the year, the last one being the day of its end. */
  public List<LocalDate> days() {
    var last = LocalDate.ofInstant(end, zone);
    return last.minusDays(DAYS - 1L).datesUntil(last.plusDays(1)).toList();
  }

  /** What arrives on a day, in the order of time; to be asked for day after day. */
  public List<Arrival> of(LocalDate day, SplittableRandom chance) {
    sofar += busy(day);
    var until = (int) Math.round(tickets * sofar / whole);
    var arrivals = new ArrayList<Arrival>();
    for (; given < until; given++) {
      arrivals.add(arrival(day, chance));
    }
    arrivals.sort(Comparator.comparing(Arrival::at));
    return arrivals;
  }

  private Arrival arrival(LocalDate day, SplittableRandom chance) {
    var surge = chance.nextDouble(busy(day));
    var theme = "";
    for (var each : SURGES) {
      surge -= extra(each, day);
      if (surge < 0 && theme.isEmpty()) {
        theme = each.theme();
      }
    }
    var at = moment(day, chance);
    return theme.isEmpty() ? new Arrival(at, usual(chance), false) : new Arrival(at, theme, true);
  }

  private static String usual(SplittableRandom chance) {
    var left = chance.nextInt(THEMES.values().stream().mapToInt(Integer::intValue).sum());
    for (var theme : THEMES.entrySet()) {
      left -= theme.getValue();
      if (left < 0) {
        return theme.getKey();
      }
    }
    throw new IllegalStateException("the weights are counted wrong");
  }

  /** Today ends now. */
  private Instant moment(LocalDate day, SplittableRandom chance) {
    var left = chance.nextInt(ALL_HOURS);
    var hour = 0;
    while (left >= HOURS[hour]) {
      left -= HOURS[hour++];
    }
    var seconds = hour * 3600L + chance.nextInt(3600);
    var begin = day.atStartOfDay(zone).toInstant();
    var at = begin.plusSeconds(seconds);
    return at.isBefore(end)
        ? at
        : begin.plusSeconds((long) (ChronoUnit.SECONDS.between(begin, end) * chance.nextDouble()));
  }

  private double busy(LocalDate day) {
    return base(day) + SURGES.stream().mapToDouble(surge -> extra(surge, day)).sum();
  }

  private double base(LocalDate day) {
    var usual =
        MONTHS[day.getMonthValue() - 1]
            * WEEKDAYS[day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue()];
    if (!day.equals(LocalDate.ofInstant(end, zone))) {
      return usual;
    }
    return usual * day.atStartOfDay(zone).until(end.atZone(zone), ChronoUnit.MINUTES) / 1440.0;
  }

  /** It begins at once and fades. */
  private double extra(Surge surge, LocalDate day) {
    var age = ChronoUnit.DAYS.between(day, LocalDate.ofInstant(end, zone));
    var since = surge.began() - age;
    return since < 0 || since >= surge.days()
        ? 0
        : surge.strength() * (1 - 0.5 * since / surge.days());
  }
}
