package org.redress.ticket.work;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.redress.access.Staff.User;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Conversation.Direction;
import org.redress.ticket.Conversation.Message;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketStatus;
import org.redress.ticket.Tickets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents do on a ticket every day; everything leaves its trace in the history. */
@Component
public class TicketWork {

  private final Tickets tickets;
  private final Changes changes;
  private final Talk talk;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TicketWork(
      Tickets tickets, Changes changes, Talk talk, ApplicationEventPublisher events, Clock clock) {
    this.tickets = tickets;
    this.changes = changes;
    this.talk = talk;
    this.events = events;
    this.clock = clock;
  }

  /** An agent answered the customer; told inside the same transaction. */
  public record ReplyWritten(Ticket ticket, Message message) {}

  /** A note names colleagues; told inside the same transaction. */
  public record Mentioned(Ticket ticket, Message note, List<User> users) {}

  /** Makes {@code actor} the owner of a ticket. */
  @Transactional
  public void take(String number, String actor) {
    var ticket = tickets.forChange(number);
    if (!Objects.equals(ticket.owner(), actor)) {
      changes.apply(ticket, begun(ticket).withOwner(actor), By.person(actor, clock.instant()));
    }
  }

  /** Answers the customer; the reply goes out by mail when an address is known. */
  @Transactional
  public Message reply(String number, String actor, String text) {
    var ticket = tickets.forChange(number);
    var by = By.person(actor, clock.instant());
    var message = talk.say(ticket, Direction.OUT, by, actor, "email", null, null, text);
    changes.apply(ticket, begun(ticket), by);
    events.publishEvent(new ReplyWritten(ticket, message));
    return message;
  }

  /** Leaves a note that customers never see, and tells whom it names. */
  @Transactional
  public void note(String number, String actor, String text) {
    var ticket = tickets.forChange(number);
    var by = By.person(actor, clock.instant());
    var note = talk.say(ticket, Direction.NOTE, by, actor, "desk", null, null, text);
    var named = talk.named(text, ticket, actor);
    if (!named.isEmpty()) {
      var names = named.stream().map(User::name).collect(Collectors.joining(","));
      changes.note(ticket.id(), "mentioned", null, names, by);
      events.publishEvent(new Mentioned(ticket, note, named));
    }
  }

  private static Ticket begun(Ticket ticket) {
    return ticket.status() == TicketStatus.NEW ? ticket.with(TicketStatus.OPEN) : ticket;
  }
}
