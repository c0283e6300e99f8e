package org.redress.ticket.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The drafts of replies: one a ticket and author. */
@Repository
class ReplyDrafts {

  private final JdbcClient jdbc;
  private final Ids ids;

  ReplyDrafts(JdbcClient jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  Optional<ReplyDraft> of(long ticketId, String author) {
    return jdbc.sql("select * from reply_draft where ticket_id = ? and author = ?")
        .params(ticketId, author)
        .query(ReplyDrafts::read)
        .optional();
  }

  /** Keeps a draft in the place of the author's last one. */
  void save(
      long ticketId,
      String author,
      String text,
      Instant seenAt,
      Instant now,
      @Nullable Instant sendAt) {
    jdbc.sql(
            """
            merge into reply_draft d
            using (values (cast(? as bigint), cast(? as varchar(60)), cast(? as text),
                           cast(? as timestamp with time zone), cast(? as timestamp with time zone),
                           cast(? as timestamp with time zone), cast(? as bigint)))
                  as n (ticket_id, author, text, seen_at, saved_at, send_at, id)
            on d.ticket_id = n.ticket_id and d.author = n.author
            when matched then update set text = n.text, seen_at = n.seen_at,
                                         saved_at = n.saved_at, send_at = n.send_at
            when not matched then insert (id, ticket_id, author, text, seen_at, saved_at, send_at)
              values (n.id, n.ticket_id, n.author, n.text, n.seen_at, n.saved_at, n.send_at)
            """)
        .params(
            ticketId,
            author,
            text,
            Instants.bind(seenAt),
            Instants.bind(now),
            Instants.bind(sendAt),
            ids.next())
        .update();
  }

  /** Takes a draft back that was about to leave; false when it has left. */
  boolean stop(long ticketId, String author) {
    return jdbc.sql(
                "update reply_draft set send_at = null where ticket_id = ? and author = ? and send_at is not null")
            .params(ticketId, author)
            .update()
        > 0;
  }

  /** Holds a draft back that was about to leave. */
  void hold(ReplyDraft draft) {
    jdbc.sql("update reply_draft set send_at = null where id = ?").param(draft.id()).update();
  }

  /** Whether files lie with a draft. */
  boolean hasFiles(long ticketId, String author) {
    return jdbc.sql(
                """
            select count(*) from reply_draft d join attachment a on a.source_id = d.id
            where d.ticket_id = ? and d.author = ?
            """)
            .params(ticketId, author)
            .query(Integer.class)
            .single()
        > 0;
  }

  void delete(long ticketId, String author) {
    jdbc.sql("delete from reply_draft where ticket_id = ? and author = ?")
        .params(ticketId, author)
        .update();
  }

  /** Locks drafts that leave now until the transaction ends; other senders pass them over. */
  List<ReplyDraft> claim(Instant now, int most) {
    return jdbc.sql(
            """
            select * from reply_draft where send_at <= ?
            order by send_at, id limit ? for update skip locked
            """)
        .params(Instants.bind(now), most)
        .query(ReplyDrafts::read)
        .list();
  }

  /** Who else wrote at a draft of a ticket since a moment. */
  List<String> writing(long ticketId, Instant since) {
    return jdbc.sql("select author from reply_draft where ticket_id = ? and saved_at >= ?")
        .params(ticketId, Instants.bind(since))
        .query(String.class)
        .list();
  }

  private static ReplyDraft read(ResultSet row, int number) throws SQLException {
    return new ReplyDraft(
        row.getLong("id"),
        row.getLong("ticket_id"),
        row.getString("author"),
        row.getString("text"),
        Instants.readPresent(row, "seen_at"),
        Instants.readPresent(row, "saved_at"),
        Instants.read(row, "send_at"));
  }
}
