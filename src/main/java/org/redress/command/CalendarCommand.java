package org.redress.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.redress.calendar.Calendars;
import org.redress.calendar.Due;
import org.redress.calendar.Due.Interval;
import org.redress.calendar.InvalidCalendar;
import org.redress.calendar.TimeSpan;
import org.redress.calendar.WorkingCalendar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code calendar due}: when something is due in a calendar, with the arithmetic shown. */
@Command(
    name = "calendar",
    description = "Tells when something is due in working time, and why then.",
    mixinStandardHelpOptions = true)
class CalendarCommand {

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm:ss xxx", Locale.ENGLISH);

  @Spec private CommandSpec spec;

  /** What is asked. */
  private static class Asked {

    @Option(names = "--calendar", required = true, paramLabel = "NAME", description = "such as cn")
    private String calendar;

    @Option(
        names = "--start",
        required = true,
        paramLabel = "TIME",
        description = "2026-10-01T09:30 in the calendar's zone, or 2026-10-01T09:30+08:00")
    private String start;

    @Option(
        names = "--for",
        required = true,
        paramLabel = "DURATION",
        description = "30m, 24h, 2wh (working hours), 7wd (working days), 15d or 8w")
    private String span;

    @Option(names = "--json", description = "one JSON object instead of a table")
    private boolean json;

    @Option(
        names = "--calendars",
        paramLabel = "DIR",
        defaultValue = "config/calendars",
        description = "the folder of calendar files; default: ${DEFAULT-VALUE}")
    private Path folder;
  }

  /** Prints the due time with what was counted and skipped; 0 if good, 1 if an input is bad. */
  @Command(
      name = "due",
      description = "Prints the due time, and what was counted and skipped on the way.",
      mixinStandardHelpOptions = true)
  int due(@Mixin Asked asked) {
    try {
      WorkingCalendar found = Calendars.load(asked.folder).get(asked.calendar);
      Due due = found.due(instant(asked.start, found.zone()), TimeSpan.parse(asked.span));
      PrintWriter out = spec.commandLine().getOut();
      out.println(asked.json ? json(due, found.zone()) : table(due, found.zone()));
      return 0;
    } catch (InvalidCalendar | IllegalArgumentException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    }
  }

  private static Instant instant(String text, ZoneId zone) {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
      return time instanceof LocalDateTime local
          ? local.atZone(zone).toInstant()
          : Instant.from(time);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--start: '%s' is not a time. Write 2026-10-01T09:30, meant in the calendar's zone, or"
                  .formatted(text)
              + " 2026-10-01T09:30+08:00 or 2026-10-01T01:30Z",
          e);
    }
  }

  private static String json(Due due, ZoneId zone) {
    List<IntervalJson> intervals =
        due.intervals().stream()
            .map(
                it ->
                    new IntervalJson(
                        iso(it.from(), zone), iso(it.to(), zone), it.counted(), it.why().en()))
            .toList();
    return JsonMapper.shared().writeValueAsString(new DueJson(iso(due.due(), zone), intervals));
  }

  private static String iso(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
  }

  private static String table(Due due, ZoneId zone) {
    StringBuilder table = new StringBuilder("due " + shown(due.due(), zone));
    if (!due.intervals().isEmpty()) {
      String form = "%n%-30s  %-30s  %-7s  %9s  %s";
      table.append(form.formatted("from", "to", "counted", "length", "why"));
      for (Interval it : due.intervals()) {
        table.append(
            form.formatted(
                shown(it.from(), zone),
                shown(it.to(), zone),
                it.counted() ? "yes" : "no",
                length(Duration.between(it.from(), it.to())),
                it.why().en()));
      }
    }
    return table.toString();
  }

  private static String shown(Instant instant, ZoneId zone) {
    return SHOWN.format(instant.atZone(zone));
  }

  private static String length(Duration time) {
    return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }

  private record DueJson(String due, List<IntervalJson> intervals) {}

  private record IntervalJson(String from, String to, boolean counted, String why) {}
}
