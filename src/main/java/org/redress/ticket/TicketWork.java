package org.redress.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.IncomingComplaint;
import org.redress.ticket.Conversation.Direction;
import org.redress.ticket.Conversation.Message;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people and deadlines do to a ticket; everything leaves its trace in the history. */
@Component
public class TicketWork {

  private final Tickets tickets;
  private final Conversation conversation;
  private final History history;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TicketWork(
      Tickets tickets,
      Conversation conversation,
      History history,
      ApplicationEventPublisher events,
      Clock clock) {
    this.tickets = tickets;
    this.conversation = conversation;
    this.history = history;
    this.events = events;
    this.clock = clock;
  }

  /** An agent answered the customer; told inside the same transaction. */
  public record ReplyWritten(Ticket ticket, Message message) {}

  /** Makes {@code actor} the owner of a ticket. */
  @Transactional
  public void take(String number, String actor) {
    var ticket = tickets.forChange(number);
    if (!Objects.equals(ticket.owner(), actor)) {
      tickets.change(ticket.id(), opened(ticket), ticket.team(), actor, ticket.level());
      record(ticket, actor, "owner", ticket.owner(), actor);
    }
  }

  /** Answers the customer; the reply goes out by mail when an address is known. */
  @Transactional
  public void reply(String number, String actor, String text) {
    var ticket = tickets.forChange(number);
    var message = say(ticket, Direction.OUT, actor, "email", null, text);
    tickets.change(ticket.id(), opened(ticket), ticket.team(), ticket.owner(), ticket.level());
    tickets.spoke(ticket.id(), false);
    record(ticket, actor, "reply", null, null);
    events.publishEvent(new ReplyWritten(ticket, message));
  }

  /** Leaves a note that customers never see. */
  @Transactional
  public void note(String number, String actor, String text) {
    var ticket = tickets.forChange(number);
    say(ticket, Direction.NOTE, actor, "desk", null, text);
    record(ticket, actor, "note", null, null);
  }

  /**
   * Adds what a customer wrote later to a ticket; a closed or solved one opens again.
   *
   * @return the id of the message, for its attachments
   */
  public long join(String number, IncomingComplaint said) {
    var ticket = tickets.forChange(number);
    var sender = said.sender().email() != null ? said.sender().email() : said.sender().name();
    var author = sender == null ? said.channel() : sender;
    var message =
        say(ticket, Direction.IN, author, said.channel(), said.messageId(), said.text());
    if (ticket.status() != TicketStatus.NEW) {
      tickets.change(
          ticket.id(), TicketStatus.OPEN, ticket.team(), ticket.owner(), ticket.level());
    }
    tickets.spoke(ticket.id(), true);
    record(ticket, History.REDRESS, "customer_replied", null, said.channel());
    return message.id();
  }

  /**
   * Raises a ticket by one level because a deadline passed.
   *
   * @param owner who takes over; none leaves the owner
   * @return the ticket as it is now
   */
  public Ticket raise(long id, String obligation, @Nullable String owner, Instant at, String rule) {
    var ticket = tickets.forChange(tickets.get(id).number());
    var newOwner = owner == null ? ticket.owner() : owner;
    tickets.change(id, ticket.status(), ticket.team(), newOwner, ticket.level() + 1);
    history.add(
        List.of(
            new History.Entry(id, at, History.REDRESS, "deadline_passed", null, obligation, rule),
            new History.Entry(
                id,
                at,
                History.REDRESS,
                "escalated",
                String.valueOf(ticket.level()),
                String.valueOf(ticket.level() + 1),
                rule),
            new History.Entry(
                id, at, History.REDRESS, "owner", ticket.owner(), newOwner, rule)));
    return tickets.get(id);
  }

  private Message say(
      Ticket ticket,
      Direction direction,
      String author,
      String channel,
      @Nullable String messageId,
      String text) {
    return conversation.add(
        ticket.id(), clock.instant(), direction, author, channel, messageId, text);
  }

  private void record(
      Ticket ticket,
      String actor,
      String event,
      @Nullable String oldValue,
      @Nullable String newValue) {
    history.add(
        List.of(
            new History.Entry(
                ticket.id(), clock.instant(), actor, event, oldValue, newValue, null)));
  }

  private static TicketStatus opened(Ticket ticket) {
    return ticket.status() == TicketStatus.NEW ? TicketStatus.OPEN : ticket.status();
  }
}
