package org.redress.notification.outbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.redress.notification.NotificationSettings;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails that must go out, each once. */
@Repository
public class Outbox {

  private static final SecureRandom SECRETS = new SecureRandom();

  /**
   * One mail that must go out once.
   *
   * @param ticketId the ticket it belongs to, or {@link #NO_TICKET}
   * @param name the text it is made from, for instance {@code acknowledgement}
   * @param step tells notices of one name apart, for instance the level of a ladder
   */
  public record Notice(
      long ticketId,
      String ticket,
      String name,
      String step,
      String recipient,
      String subject,
      String body) {

    /** A digest belongs to no ticket. */
    public static final long NO_TICKET = 0;

    /**
     * Names the ticket, and cannot be guessed: who holds it was written to. A mail that is sent
     * again has the one that was stored with it.
     */
    String messageId(String domain) {
      return "%s.%s.%s.%016x@%s".formatted(ticket, name, step, SECRETS.nextLong(), domain);
    }
  }

  /** A mail waiting to be sent. */
  record Waiting(
      long id,
      long ticketId,
      String name,
      String step,
      String recipient,
      String subject,
      String body,
      String messageId,
      int attempts) {

    private static final String REPLY = "reply";

    /** Whether a person wrote it. */
    boolean isReply() {
      return name.equals(REPLY);
    }

    /** The id of what was said, of a reply. */
    long said() {
      return Long.parseLong(step);
    }
  }

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final NotificationSettings settings;

  Outbox(JdbcTemplate batch, JdbcClient jdbc, Ids ids, Clock clock, NotificationSettings settings) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.settings = settings;
  }

  /** Puts mails into the outbox, in one round trip. */
  public void add(List<Notice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    var now = Instants.bind(clock.instant());
    batch.batchUpdate(
        """
        insert into notice (id, ticket_id, name, step, recipient, subject, body, message_id, status,
                            attempts, next_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?)
        """,
        notices.stream()
            .map(
                n ->
                    new Object[] {
                      ids.next(),
                      n.ticketId() == Notice.NO_TICKET ? null : n.ticketId(),
                      n.name(),
                      n.step(),
                      n.recipient(),
                      n.subject(),
                      n.body(),
                      n.messageId(settings.domain()),
                      now
                    })
            .toList());
  }

  /** Locks waiting mails until the transaction ends; other senders pass them over. */
  List<Waiting> claim(int most) {
    return jdbc.sql(
            """
            select * from notice where status = 'waiting' and next_at <= :now
            order by next_at, id limit :most for update skip locked
            """)
        .param("now", Instants.bind(clock.instant()))
        .param("most", most)
        .query(
            (row, number) ->
                new Waiting(
                    row.getLong("id"),
                    row.getLong("ticket_id"),
                    row.getString("name"),
                    row.getString("step"),
                    row.getString("recipient"),
                    row.getString("subject"),
                    row.getString("body"),
                    row.getString("message_id"),
                    row.getInt("attempts")))
        .list();
  }

  void sent(List<Waiting> mails, Instant at) {
    batch.batchUpdate(
        "update notice set status = 'sent', sent_at = ?, attempts = attempts + 1 where id = ?",
        mails.stream().map(mail -> new Object[] {Instants.bind(at), mail.id()}).toList());
  }

  void failed(Waiting mail, boolean giveUp, Instant next, String reason) {
    jdbc.sql(
            """
            update notice set status = :status, attempts = attempts + 1, next_at = :next,
                              reason = :reason where id = :id
            """)
        .param("status", giveUp ? "failed" : "waiting")
        .param("next", Instants.bind(next))
        .param("reason", reason.length() > 2000 ? reason.substring(0, 2000) : reason)
        .param("id", mail.id())
        .update();
  }
}
