package org.redress.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Complaint;
import org.redress.complaint.Complaints;
import org.redress.deadline.Deadlines;
import org.redress.deadline.StepsTaken;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketRows;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of many tickets, written together. */
final class Sheets {

  private final JdbcTemplate jdbc;
  private final Records records;
  private final Map<Sheet, List<Object[]>> rows = new EnumMap<>(Sheet.class);
  private final List<Complaint> complaints = new ArrayList<>();
  private final List<Ticket> tickets = new ArrayList<>();
  private final List<History.Entry> entries = new ArrayList<>();
  private final List<Deadlines.Planned> deadlines = new ArrayList<>();
  private final List<StepsTaken.Taken> steps = new ArrayList<>();
  private long written;

  Sheets(JdbcTemplate jdbc, Records records) {
    this.jdbc = jdbc;
    this.records = records;
  }

  /** Where the parts of a ticket go that have a place of their own. */
  record Records(Complaints complaints, Deadlines deadlines, StepsTaken steps, History history) {}

  void add(Sheet sheet, @Nullable Object... values) {
    rows.computeIfAbsent(sheet, s -> new ArrayList<>()).add(values);
  }

  /** Adds what every ticket has. */
  void add(Life life) {
    complaints.add(life.complaint);
    tickets.add(life.ticket());
    deadlines.addAll(life.deadlines);
    steps.addAll(life.steps);
    for (var e : life.sorted()) {
      var actor = life.actor(e.actor(), e.at());
      entries.add(
          new History.Entry(
              e.ticketId(),
              e.at(),
              actor,
              e.event(),
              e.oldValue(),
              e.newValue(),
              e.rule(),
              e.clock(),
              e.reason()));
    }
  }

  /** Writes everything inside the transaction of the caller and begins anew. */
  void write() {
    write(Sheet.CUSTOMER);
    write(Sheet.INBOX);
    if (!tickets.isEmpty()) {
      records.complaints().register(complaints);
      jdbc.batchUpdate(TicketRows.INSERT, tickets.stream().map(TicketRows::values).toList());
      records.deadlines().insert(deadlines);
      records.steps().add(steps);
      records.history().add(entries);
    }
    List.of(Sheet.values()).forEach(this::write);
    written += complaints.size() + tickets.size() + deadlines.size() + steps.size();
    written += entries.size();
    complaints.clear();
    tickets.clear();
    deadlines.clear();
    steps.clear();
    entries.clear();
  }

  private void write(Sheet sheet) {
    var waiting = rows.remove(sheet);
    if (waiting != null) {
      jdbc.batchUpdate(sheet.insert(), waiting);
      written += waiting.size();
    }
  }

  /** How many rows were written so far. */
  long written() {
    return written;
  }
}
