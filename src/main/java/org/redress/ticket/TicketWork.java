package org.redress.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
    var message = say(ticket, Direction.IN, author, said.channel(), said.messageId(), said.text());
    if (ticket.status() != TicketStatus.NEW) {
      tickets.change(ticket.id(), TicketStatus.OPEN, ticket.team(), ticket.owner(), ticket.level());
    }
    tickets.spoke(ticket.id(), true);
    record(ticket, History.REDRESS, "customer_replied", null, said.channel());
    return message.id();
  }

  /**
   * Notes that a deadline passed and hands the ticket one level up.
   *
   * @param ticket locked by this transaction
   * @param above who takes over; none when the ticket is at the top already
   * @param rule the rule that set the deadline
   * @return the ticket as it is now
   */
  public Ticket raise(
      Ticket ticket, String obligation, @Nullable String above, Instant at, String rule) {
    var entries = new ArrayList<History.Entry>();
    entries.add(entry(ticket, at, "deadline_passed", null, obligation, rule));
    if (above != null) {
      var level = ticket.level() + 1;
      tickets.change(ticket.id(), ticket.status(), ticket.team(), above, level);
      entries.add(
          entry(ticket, at, "level", String.valueOf(ticket.level()), String.valueOf(level), rule));
      entries.add(entry(ticket, at, "owner", ticket.owner(), above, rule));
    }
    history.add(entries);
    return tickets.get(ticket.id());
  }

  private static History.Entry entry(
      Ticket ticket,
      Instant at,
      String event,
      @Nullable String oldValue,
      @Nullable String newValue,
      String rule) {
    return new History.Entry(ticket.id(), at, History.REDRESS, event, oldValue, newValue, rule);
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
