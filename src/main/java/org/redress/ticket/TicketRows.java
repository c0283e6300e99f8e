package org.redress.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.redress.storage.Instants;
import org.redress.ticket.Ticket.Verdict;

/** Tickets as rows of their table. */
public final class TicketRows {

  /** Inserts one row of {@link #values}. */
  public static final String INSERT =
      """
      insert into ticket (id, number, complaint_id, customer_id, subject, status, channel, language,
                          category, cause, demand, emotion, severity, priority, escalation, team,
                          owner, level, round, needs_person, customer_spoke_last, next_deadline,
                          created_at, changed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private TicketRows() {}

  /** The values of a new row. */
  public static Object[] values(Ticket ticket) {
    var verdict = ticket.verdict();
    return new Object[] {
      ticket.id(),
      ticket.number(),
      ticket.complaintId(),
      ticket.customerId(),
      ticket.subject(),
      ticket.status().key(),
      ticket.channel(),
      ticket.language(),
      verdict.category(),
      verdict.cause(),
      String.join(",", verdict.demands()),
      verdict.emotion(),
      verdict.severity(),
      verdict.priority(),
      verdict.escalation(),
      ticket.team(),
      ticket.owner(),
      ticket.level(),
      ticket.round(),
      ticket.needsPerson(),
      ticket.customerSpokeLast(),
      Instants.bind(ticket.nextDeadline()),
      Instants.bind(ticket.createdAt()),
      Instants.bind(ticket.changedAt())
    };
  }

  /** Reads one row. */
  public static Ticket read(ResultSet row, int number) throws SQLException {
    return new Ticket(
        row.getLong("id"),
        row.getString("number"),
        row.getLong("complaint_id"),
        row.getLong("customer_id"),
        row.getString("subject"),
        TicketStatus.of(row.getString("status")),
        row.getString("channel"),
        row.getString("language"),
        verdict(row),
        row.getString("team"),
        row.getString("owner"),
        row.getInt("level"),
        row.getInt("round"),
        row.getBoolean("needs_person"),
        row.getBoolean("customer_spoke_last"),
        Instants.read(row, "next_deadline"),
        Instants.readPresent(row, "created_at"),
        Instants.readPresent(row, "changed_at"));
  }

  private static Verdict verdict(ResultSet row) throws SQLException {
    var demands = row.getString("demand");
    return new Verdict(
        row.getString("category"),
        row.getString("cause"),
        demands.isEmpty() ? List.of() : List.of(demands.split(",")),
        row.getString("emotion"),
        row.getString("severity"),
        row.getString("priority"),
        row.getString("escalation"));
  }
}
