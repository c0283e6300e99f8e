package org.redress.ticket.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Staff.User;
import org.redress.storage.Instants;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Conversation;
import org.redress.ticket.Conversation.Direction;
import org.redress.ticket.Conversation.Message;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds what is said to a ticket: to the conversation, to the history, and who spoke last. */
@Component
public class Talk {

  private final Conversation conversation;
  private final History history;
  private final JdbcClient jdbc;
  private final Mentions mentions;

  Talk(Conversation conversation, History history, JdbcClient jdbc, Mentions mentions) {
    this.conversation = conversation;
    this.history = history;
    this.jdbc = jdbc;
    this.mentions = mentions;
  }

  /** Whom a note names. */
  List<User> named(String text, Ticket ticket, String author) {
    return mentions.in(text, ticket, author);
  }

  /**
   * Adds one thing said to a locked ticket.
   *
   * @param externalId of what was received: with the channel, it leads to the original
   */
  public Message say(
      Ticket ticket,
      Direction direction,
      By by,
      String author,
      String channel,
      @Nullable String messageId,
      @Nullable String externalId,
      String text) {
    var message =
        conversation.add(
            ticket.id(), by.at(), direction, author, channel, messageId, externalId, text);
    var heard =
        switch (direction) {
          case IN -> by.entry(ticket.id(), "customer_replied", null, channel);
          case OUT -> by.entry(ticket.id(), "reply", null, null);
          case NOTE -> by.entry(ticket.id(), "note", null, null);
        };
    history.add(List.of(heard));
    if (direction != Direction.NOTE) {
      spoke(ticket, direction == Direction.IN, by);
    }
    return message;
  }

  /** For the queue to show who waits for whom. */
  private void spoke(Ticket ticket, boolean customer, By by) {
    jdbc.sql("update ticket set customer_spoke_last = :customer, changed_at = :now where id = :id")
        .param("customer", customer)
        .param("now", Instants.bind(by.at()))
        .param("id", ticket.id())
        .update();
  }
}
