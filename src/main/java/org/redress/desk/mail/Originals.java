package org.redress.desk.mail;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.intake.Envelope;
import org.redress.storage.Instants;
import org.redress.ticket.Ticket;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages byte for byte as they were received. They are never deleted. */
@Repository
class Originals {

  private static final RowMapper<Envelope> ROW =
      (row, number) ->
          new Envelope(
              row.getString("channel"),
              row.getString("external_id"),
              Envelope.Format.valueOf(row.getString("format")),
              Instants.readPresent(row, "received_at"),
              row.getBytes("payload"));

  private final JdbcClient jdbc;

  Originals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The message behind a ticket's complaint or one of its later messages.
   *
   * @param message the later message's id; none means the complaint
   */
  Optional<Envelope> of(Ticket ticket, @Nullable Long message) {
    return message == null
        ? jdbc.sql(
                """
                select i.* from complaint c join inbox i on i.receipt = c.receipt
                where c.id = :complaint
                """)
            .param("complaint", ticket.complaintId())
            .query(ROW)
            .optional()
        : jdbc.sql(
                """
                select i.* from message m
                join inbox i on i.channel = m.channel and i.external_id = m.external_id
                where m.id = :message and m.ticket_id = :ticket
                """)
            .param("message", message)
            .param("ticket", ticket.id())
            .query(ROW)
            .optional();
  }
}
