package org.redress.desk.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Attachments;
import org.redress.storage.Instants;
import org.redress.ticket.Ticket;
import org.redress.ticket.Tickets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies in the file of a ticket: the complaint as it was made, its files, what came before. */
@Repository
public class CaseFile {

  private static final int EARLIER_SHOWN = 10;

  private final JdbcClient jdbc;
  private final Attachments attachments;
  private final Tickets tickets;

  CaseFile(JdbcClient jdbc, Attachments attachments, Tickets tickets) {
    this.attachments = attachments;
    this.jdbc = jdbc;
    this.tickets = tickets;
  }

  /** What the customer said, unchanged. */
  public record Said(
      String receipt,
      @Nullable String subject,
      String text,
      @Nullable String reference,
      Instant receivedAt) {}

  /**
   * A file that came with the complaint or a message.
   *
   * @param state {@code kept}, {@code unscanned}, or why it was not taken
   */
  public record Attached(
      long id, long sourceId, String name, String type, long size, String state) {}

  /** A mail that was given up. */
  record Unsent(String recipient, String reason) {}

  List<Unsent> unsent(Ticket ticket) {
    return jdbc.sql(
            """
            select recipient, coalesce(reason, '') as reason from notice
            where ticket_id = :ticket and status = 'failed' order by id
            """)
        .param("ticket", ticket.id())
        .query((row, number) -> new Unsent(row.getString("recipient"), row.getString("reason")))
        .list();
  }

  /** The complaint of a ticket. */
  public Said said(Ticket ticket) {
    return jdbc.sql("select * from complaint where id = :id")
        .param("id", ticket.complaintId())
        .query(
            (row, number) ->
                new Said(
                    row.getString("receipt"),
                    row.getString("subject"),
                    row.getString("text"),
                    row.getString("reference"),
                    Instants.readPresent(row, "received_at")))
        .single();
  }

  /** The files of a ticket, of the complaint and of later messages. */
  public List<Attached> attached(Ticket ticket) {
    return jdbc.sql(
            """
            select id, source_id, name, type, size, state from attachment
            where source_id = :complaint
               or source_id in (select m.id from message m where m.ticket_id = :ticket)
            order by id
            """)
        .param("complaint", ticket.complaintId())
        .param("ticket", ticket.id())
        .query(
            (row, number) ->
                new Attached(
                    row.getLong("id"),
                    row.getLong("source_id"),
                    row.getString("name"),
                    row.getString("type"),
                    row.getLong("size"),
                    row.getString("state")))
        .list();
  }

  /** Empty when nobody may have it, or not yet. */
  Optional<byte[]> content(Attached file) {
    return attachments.content(file.id());
  }

  /** The customer's other tickets, the newest first. */
  List<Ticket> earlier(Ticket ticket) {
    return tickets.of(ticket.customerId(), EARLIER_SHOWN + 1).stream()
        .filter(other -> other.id() != ticket.id())
        .limit(EARLIER_SHOWN)
        .toList();
  }
}
