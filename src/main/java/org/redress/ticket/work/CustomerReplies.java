package org.redress.ticket.work;

import java.time.Clock;
import org.redress.complaint.IncomingComplaint;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Conversation.Direction;
import org.redress.ticket.History;
import org.redress.ticket.Tickets;
import org.springframework.stereotype.Component;

/** What customers say after their complaint. */
@Component
public class CustomerReplies {

  private final Tickets tickets;
  private final Talk talk;
  private final CustomerWait waiting;
  private final Reopening reopening;
  private final Clock clock;

  CustomerReplies(
      Tickets tickets, Talk talk, CustomerWait waiting, Reopening reopening, Clock clock) {
    this.tickets = tickets;
    this.talk = talk;
    this.waiting = waiting;
    this.reopening = reopening;
    this.clock = clock;
  }

  /**
   * Adds what a customer wrote later to a ticket; one that waited for the customer goes on.
   *
   * @param afterEnd what it does to a ticket that is solved or closed
   * @return the id of the message, for its attachments
   */
  public long join(String number, IncomingComplaint said, AfterEnd afterEnd) {
    var ticket = tickets.forChange(tickets.livesOnAs(number));
    var sender = said.sender().email() != null ? said.sender().email() : said.sender().name();
    var author = sender == null ? said.channel() : sender;
    var by = By.person(History.REDRESS, clock.instant());
    var message =
        talk.say(
            ticket,
            Direction.IN,
            by,
            author,
            said.channel(),
            said.messageId(),
            said.externalId(),
            said.text());
    if (Reopening.isDone(ticket)) {
      reopening.answered(ticket, afterEnd);
    } else {
      waiting.end(ticket, History.REDRESS);
    }
    return message.id();
  }
}
