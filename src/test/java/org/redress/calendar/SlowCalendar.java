package org.redress.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.redress.calendar.Pauses.Pause;

/**
 * A calendar that counts one minute after the other. When clocks go back, it takes the latest time
 * they have shown so far for the time.
 */
final class SlowCalendar {

  private static final Duration LONGER_THAN_ANY_STEP_BACK = Duration.ofHours(3);

  private final ZoneId zone;
  private final Map<DayOfWeek, List<int[]>> week = new EnumMap<>(DayOfWeek.class);
  private final Map<LocalDate, List<int[]>> special = new HashMap<>();

  private SlowCalendar(ZoneId zone) {
    this.zone = zone;
  }

  /** A stretch of time that counts, or not. */
  record Stretch(Instant from, Instant to, boolean counted) {}

  /** A calendar of any hours, with holidays and make-up days in the three weeks after a date. */
  static SlowCalendar any(ZoneId zone, LocalDate date, Random random) {
    SlowCalendar calendar = new SlowCalendar(zone);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(7) < 5) {
        calendar.week.put(day, periods(random));
      }
    }
    calendar.week.putIfAbsent(DayOfWeek.WEDNESDAY, periods(random));
    for (int i = -1; i < 21; i++) {
      if (random.nextInt(5) == 0) {
        calendar.special.put(date.plusDays(i), random.nextBoolean() ? List.of() : periods(random));
      }
    }
    return calendar;
  }

  /** One to three periods, that begin and end at any multiple of ten minutes. */
  private static List<int[]> periods(Random random) {
    int[] ends =
        random.ints(0, 145).distinct().limit(2L + 2 * random.nextInt(3)).sorted().toArray();
    List<int[]> periods = new ArrayList<>();
    for (int i = 0; i < ends.length; i += 2) {
      periods.add(new int[] {ends[i] * 10, ends[i + 1] * 10});
    }
    return periods;
  }

  /** The same calendar as the text of a file. */
  String yaml() {
    StringBuilder yaml = new StringBuilder("zone: " + zone + "\nweek:\n");
    week.forEach(
        (day, periods) ->
            yaml.append("  ")
                .append(day.name().toLowerCase(Locale.ROOT))
                .append(": ")
                .append(text(periods))
                .append('\n'));
    yaml.append("holidays:\n  - {date: 1970-01-01, name: none}\n");
    special.forEach(
        (date, periods) -> {
          if (periods.isEmpty()) {
            yaml.append("  - {date: ").append(date).append(", name: rest}\n");
          }
        });
    yaml.append("make_up_days:\n  - {date: 1970-01-02, name: none}\n");
    special.forEach(
        (date, periods) -> {
          if (!periods.isEmpty()) {
            yaml.append("  - {date: %s, name: work, hours: %s}\n".formatted(date, text(periods)));
          }
        });
    return yaml.toString();
  }

  private static String text(List<int[]> periods) {
    return periods.stream()
        .map(it -> "%02d:%02d-%02d:%02d".formatted(it[0] / 60, it[0] % 60, it[1] / 60, it[1] % 60))
        .toList()
        .toString();
  }

  /** From the start to the due time of working hours or working days. */
  List<Stretch> stretches(Instant start, TimeSpan span, List<Pause> pauses) {
    return switch (span.unit()) {
      case MINUTES -> minutes(start, span.amount(), pauses, time -> true);
      case WORKING_HOURS -> minutes(start, span.amount() * 60, pauses, this::works);
      default -> workingDays(start, span.amount(), pauses);
    };
  }

  private List<Stretch> minutes(
      Instant start, int minutes, List<Pause> pauses, Predicate<LocalDateTime> counts) {
    List<Stretch> stretches = new ArrayList<>();
    Clock clock = new Clock(start);
    int counted = 0;
    while (counted < minutes) {
      boolean works = counts.test(clock.shown) && !isPaused(clock.at, pauses);
      append(stretches, new Stretch(clock.at, clock.at.plusSeconds(60), works));
      counted += works ? 1 : 0;
      clock.tick();
    }
    return stretches;
  }

  private List<Stretch> workingDays(Instant start, int days, List<Pause> pauses) {
    List<Stretch> stretches = new ArrayList<>();
    Clock clock = new Clock(start);
    LocalDate startDay = clock.shown.toLocalDate();
    int counted = 0;
    while (true) {
      LocalDate date = clock.shown.toLocalDate();
      Instant from = clock.at;
      Instant lastWork = from;
      while (clock.shown.toLocalDate().equals(date)) {
        boolean works = works(clock.shown);
        clock.tick();
        lastWork = works ? clock.at : lastWork;
      }
      boolean worked =
          lastWork.isAfter(from)
              && !date.equals(startDay)
              && !isPaused(lastWork.minusSeconds(60), pauses);
      counted += worked ? 1 : 0;
      if (counted == days) {
        append(stretches, new Stretch(from, lastWork, true));
        return stretches;
      }
      append(stretches, new Stretch(from, clock.at, worked));
    }
  }

  private static boolean isPaused(Instant minute, List<Pause> pauses) {
    return pauses.stream().anyMatch(it -> !it.from().isAfter(minute) && it.to().isAfter(minute));
  }

  private boolean works(LocalDateTime time) {
    int minute = time.getHour() * 60 + time.getMinute();
    LocalDate date = time.toLocalDate();
    return special.getOrDefault(date, week.getOrDefault(date.getDayOfWeek(), List.of())).stream()
        .anyMatch(it -> it[0] <= minute && minute < it[1]);
  }

  /** Adds a stretch at the end, joining it with the one before if both count or both do not. */
  static void append(List<Stretch> stretches, Stretch next) {
    int last = stretches.size() - 1;
    if (last >= 0 && stretches.get(last).counted() == next.counted()) {
      next = new Stretch(stretches.remove(last).from(), next.to(), next.counted());
    }
    stretches.add(next);
  }

  /** A clock that never shows an earlier time than before. */
  private final class Clock {
    private Instant at;
    private LocalDateTime shown;

    Clock(Instant start) {
      at = start.minus(LONGER_THAN_ANY_STEP_BACK);
      shown = at.atZone(zone).toLocalDateTime();
      while (at.isBefore(start)) {
        tick();
      }
    }

    void tick() {
      at = at.plusSeconds(60);
      LocalDateTime now = at.atZone(zone).toLocalDateTime();
      shown = now.isAfter(shown) ? now : shown;
    }
  }
}
