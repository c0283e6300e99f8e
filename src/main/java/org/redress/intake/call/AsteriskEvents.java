package org.redress.intake.call;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.intake.call.CallRecord.Mistake;
import org.redress.intake.call.CallRecord.Outcome;
import org.redress.table.Table;

/** Puts Asterisk's channel events (CELMaster) together to calls, by what links them. */
record AsteriskEvents(PhoneNumbers numbers, ZoneId zone) {

  private static final int FEWEST_COLUMNS = 16;
  private static final Set<String> EVENTS =
      Set.of(
          "CHAN_START",
          "CHAN_END",
          "ANSWER",
          "HANGUP",
          "APP_START",
          "APP_END",
          "BRIDGE_START",
          "BRIDGE_END",
          "BRIDGE_ENTER",
          "BRIDGE_EXIT",
          "LINKEDID_END");

  /** Whether this is a row of such a file. */
  static boolean areIn(Map<String, String> row) {
    return row.size() >= FEWEST_COLUMNS && EVENTS.contains(row.get("1"));
  }

  /** A call in the making. */
  private static final class Parts {
    private @Nullable Instant started;
    private @Nullable Instant answered;
    private @Nullable Instant ended;
    private String caller = "";
    private String called = "";
  }

  List<CallRecord> calls(String file, Table table, List<String> mistakes) {
    var calls = new LinkedHashMap<String, Parts>();
    for (var row : table.rows()) {
      try {
        var cells = row.cells();
        add(calls.computeIfAbsent(cells.get("16"), id -> new Parts()), cells);
      } catch (Mistake mistake) {
        mistakes.add("%s:%d: %s".formatted(file, row.line(), mistake.getMessage()));
      }
    }
    var records = new ArrayList<CallRecord>();
    calls.forEach(
        (id, parts) -> {
          if (parts.started != null) {
            records.add(record(id, parts, parts.started));
          }
        });
    return records;
  }

  private void add(Parts parts, Map<String, String> cells) throws Mistake {
    var at = Reading.time("event time", cells.get("2"), zone);
    switch (cells.get("1")) {
      case "CHAN_START" -> {
        if (parts.started == null) {
          parts.started = at;
          parts.called = cells.get("8");
        }
      }
      case "ANSWER" -> parts.answered = parts.answered == null ? at : parts.answered;
      case "HANGUP", "CHAN_END", "LINKEDID_END" -> parts.ended = at;
      default -> {}
    }
    if (parts.caller.isEmpty()) {
      parts.caller = cells.get("4");
    }
  }

  private CallRecord record(String id, Parts parts, Instant started) {
    var answered = parts.answered;
    var ended = parts.ended;
    var seconds =
        answered == null || ended == null
            ? 0
            : (int) Math.max(0, ended.getEpochSecond() - answered.getEpochSecond());
    return new CallRecord(
        id,
        numbers.normal(parts.caller),
        numbers.normal(parts.called),
        started,
        seconds,
        answered == null ? Outcome.NO_ANSWER : Outcome.ANSWERED,
        null);
  }
}
