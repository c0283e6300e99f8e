package org.redress.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said on tickets after the complaint itself. */
@Repository
public class Conversation {

  private final JdbcClient jdbc;
  private final Ids ids;

  Conversation(JdbcClient jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /** Who speaks to whom. */
  public enum Direction {
    /** The customer to us. */
    IN,
    /** We to the customer. */
    OUT,
    /** Among ourselves. */
    NOTE;

    /** As stored, for instance {@code in}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One thing said.
   *
   * @param author a user's name, or the customer's address
   * @param messageId the mail's Message-ID, if it is one
   */
  public record Message(
      long id,
      long ticketId,
      Instant at,
      Direction direction,
      String author,
      String channel,
      @Nullable String messageId,
      String text) {}

  /**
   * Adds one thing said.
   *
   * @param externalId of what was received: with the channel, it leads to the original
   */
  public Message add(
      long ticketId,
      Instant at,
      Direction direction,
      String author,
      String channel,
      @Nullable String messageId,
      @Nullable String externalId,
      String text) {
    var message =
        new Message(ids.next(), ticketId, at, direction, author, channel, messageId, text);
    jdbc.sql(
            """
            insert into message (id, ticket_id, at, direction, author, channel, message_id,
                                 external_id, text)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            message.id(),
            ticketId,
            Instants.bind(at),
            direction.key(),
            author,
            channel,
            messageId,
            externalId,
            text)
        .update();
    return message;
  }

  /** What was said on a ticket, oldest first. */
  public List<Message> of(long ticketId) {
    return jdbc.sql("select * from message where ticket_id = :ticket order by at, id")
        .param("ticket", ticketId)
        .query(
            (row, number) ->
                new Message(
                    row.getLong("id"),
                    ticketId,
                    Instants.readPresent(row, "at"),
                    Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
                    row.getString("author"),
                    row.getString("channel"),
                    row.getString("message_id"),
                    row.getString("text")))
        .list();
  }
}
