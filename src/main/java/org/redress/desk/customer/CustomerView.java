package org.redress.desk.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the holder of a receipt may see, and nothing else. */
@Repository
class CustomerView {

  private final JdbcClient jdbc;

  CustomerView(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A message that was received.
   *
   * @param joined whether it was added to an earlier complaint
   */
  record Received(String receipt, Instant at, boolean joined) {}

  /**
   * The complaint behind a receipt. Name, address and number serve to recognise the customer again;
   * they are not shown.
   */
  record Case(
      long ticketId,
      String ticket,
      String status,
      String category,
      boolean withdrawn,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone) {}

  /** A file that was not taken, and why, as {@code too_large}. */
  record RefusedFile(String name, String state) {}

  /** What we wrote to the customer. */
  record Reply(Instant at, String text) {}

  /** The message with this receipt, whether it is understood by now or not. */
  Optional<Received> received(String receipt) {
    return jdbc.sql("select receipt, received_at, status from inbox where receipt = :receipt")
        .param("receipt", receipt)
        .query(
            (row, number) ->
                new Received(
                    row.getString("receipt"),
                    Instants.readPresent(row, "received_at"),
                    row.getString("status").equals("done")))
        .optional();
  }

  Optional<Case> complaint(String receipt) {
    return jdbc.sql(
            """
            select t.id, t.number, t.status, t.category, c.name, c.email, c.phone,
                   t.status = 'closed' and exists (select 1 from history h
                     where h.ticket_id = t.id and h.event = 'withdrawn') as withdrawn
            from complaint s join ticket t on t.complaint_id = s.id
            join customer c on c.id = t.customer_id
            where s.receipt = :receipt
            """)
        .param("receipt", receipt)
        .query(CustomerView::complaint)
        .optional();
  }

  private static Case complaint(ResultSet row, int number) throws SQLException {
    return new Case(
        row.getLong("id"),
        row.getString("number"),
        row.getString("status"),
        row.getString("category"),
        row.getBoolean("withdrawn"),
        row.getString("name"),
        row.getString("email"),
        row.getString("phone"));
  }

  /**
   * Files that came with the complaint or were added on its page, and were not taken: those on
   * record that have no content.
   */
  List<RefusedFile> refusedFiles(long ticketId) {
    return jdbc.sql(
            """
            select a.name, a.state from attachment a where a.hash is null and a.source_id in (
              select complaint_id from ticket where id = :ticket
              union all
              select id from message
              where ticket_id = :ticket and direction = 'in' and channel = 'web')
            order by a.id
            """)
        .param("ticket", ticketId)
        .query(RefusedFile.class)
        .list();
  }

  /** Our replies, the newest first. */
  List<Reply> replies(long ticketId) {
    return jdbc.sql(
            """
            select at, text from message where ticket_id = :ticket and direction = 'out'
            order by at desc, id desc
            """)
        .param("ticket", ticketId)
        .query((row, number) -> new Reply(Instants.readPresent(row, "at"), row.getString("text")))
        .list();
  }
}
