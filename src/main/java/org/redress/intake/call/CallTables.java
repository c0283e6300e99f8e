package org.redress.intake.call;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.access.SiteSettings;
import org.redress.intake.call.CallRecord.Mistake;
import org.redress.intake.call.CallRecord.Outcome;
import org.redress.intake.phone.Columns;
import org.redress.table.Table;
import org.redress.text.WrittenTime;
import org.springframework.stereotype.Component;

/**
 * Reads tables of calls: Asterisk's Master.csv and its channel events, the cdr-stats list, or any
 * table whose first line names the columns.
 */
@Component
class CallTables {

  private static final Set<String> DISPOSITIONS =
      Set.of("ANSWERED", "NO ANSWER", "BUSY", "FAILED", "CONGESTION");
  private static final Set<String> YES = Set.of("yes", "true", "1", "answered", "是", "已接");
  private static final int MASTER_COLUMNS = 16;
  private static final int STATS_COLUMNS = 8;

  private final PhoneNumbers numbers;
  private final ZoneId zone;

  CallTables(PhoneNumbers numbers, SiteSettings site) {
    this.numbers = numbers;
    this.zone = site.timeZone();
  }

  /** What was read: the calls, and a line for each row that could not be. */
  record Found(List<CallRecord> calls, List<String> mistakes) {

    static Found nothing() {
      return new Found(new ArrayList<>(), new ArrayList<>());
    }
  }

  private interface Layout {
    CallRecord read(Map<String, String> cells) throws Mistake;
  }

  /** Reads a file; never fails. */
  Found read(String file, byte[] bytes, Columns columns) {
    var found = Found.nothing();
    var plain = Table.readCsvWithoutHeader(bytes);
    var first = plain.rows().isEmpty() ? Map.<String, String>of() : plain.rows().get(0).cells();
    if (AsteriskEvents.areIn(first)) {
      tell(file, plain, found);
      found.calls().addAll(new AsteriskEvents(numbers, zone).calls(file, plain, found.mistakes()));
    } else if (first.size() >= MASTER_COLUMNS && DISPOSITIONS.contains(first.get("15"))) {
      rows(file, plain, this::master, found);
    } else if (first.size() == STATS_COLUMNS && first.get("8").matches("\\d{9,10}")) {
      rows(file, plain, this::stats, found);
    } else {
      named(file, Table.readCsv(bytes), columns, found);
    }
    return found;
  }

  private void named(String file, Table table, Columns columns, Found found) {
    if (!table.header().isEmpty()
        && !columns.missing(List.of("started"), table.header()).isEmpty()) {
      found
          .mistakes()
          .add(
              "%s:1: no layout that is known: neither Asterisk's Master.csv nor its channel events, nor cdr-stats, and there is no column '%s' among %s. Say in the route which column holds what: column-started, column-caller…"
                  .formatted(file, columns.in("started"), table.header()));
      return;
    }
    rows(file, table, cells -> row(cells, columns), found);
  }

  private static void rows(String file, Table table, Layout layout, Found found) {
    tell(file, table, found);
    for (var row : table.rows()) {
      try {
        found.calls().add(layout.read(row.cells()));
      } catch (Mistake mistake) {
        found.mistakes().add("%s:%d: %s".formatted(file, row.line(), mistake.getMessage()));
      }
    }
  }

  private static void tell(String file, Table table, Found found) {
    table.mistakes().forEach(mistake -> found.mistakes().add(Columns.report(file, mistake)));
  }

  private CallRecord master(Map<String, String> cells) throws Mistake {
    var outcome =
        switch (cells.get("15")) {
          case "ANSWERED" -> Outcome.ANSWERED;
          case "NO ANSWER" -> Outcome.NO_ANSWER;
          case "BUSY" -> Outcome.BUSY;
          default -> Outcome.FAILED;
        };
    return new CallRecord(
        text(cells.getOrDefault("17", "")),
        numbers.normal(cells.get("2")),
        numbers.normal(cells.get("3")),
        Reading.time("start", cells.get("10"), zone),
        outcome == Outcome.ANSWERED ? Reading.seconds("billsec", cells.get("14")) : 0,
        outcome,
        Reading.recording(cells.getOrDefault("18", "")));
  }

  private CallRecord stats(Map<String, String> cells) throws Mistake {
    var seconds = Reading.seconds("billed seconds", cells.get("5"));
    return new CallRecord(
        text(cells.get("7")),
        numbers.normal(cells.get("3")),
        numbers.normal(cells.get("1")),
        Reading.time("start", cells.get("8"), zone),
        seconds,
        Outcome.of(seconds, Reading.seconds("hang-up cause", cells.get("6"))),
        null);
  }

  private CallRecord row(Map<String, String> cells, Columns columns) throws Mistake {
    var started = Reading.time(columns.in("started"), columns.cell(cells, "started"), zone);
    var ended = WrittenTime.read(columns.cell(cells, "ended"), zone).orElse(started);
    var given = columns.cell(cells, "seconds");
    var seconds =
        given.isEmpty()
            ? (int)
                Math.max(
                    0,
                    Math.min(Integer.MAX_VALUE, ended.getEpochSecond() - started.getEpochSecond()))
            : Reading.seconds(columns.in("seconds"), given);
    var answered = columns.cell(cells, "answered").toLowerCase();
    var was = answered.isEmpty() ? seconds > 0 : YES.contains(answered);
    return new CallRecord(
        text(columns.cell(cells, "id")),
        numbers.normal(columns.cell(cells, "caller")),
        numbers.normal(columns.cell(cells, "called")),
        started,
        was ? seconds : 0,
        was ? Outcome.ANSWERED : Outcome.NO_ANSWER,
        text(columns.cell(cells, "recording")));
  }

  private static @Nullable String text(String cell) {
    return cell.isEmpty() ? null : cell;
  }
}
