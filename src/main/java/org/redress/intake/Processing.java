package org.redress.intake;

import java.util.List;
import org.redress.complaint.IncomingComplaint;
import org.redress.intake.Inbox.Received;
import org.redress.intake.Understanding.Understood;
import org.redress.intake.figures.Outcome;
import org.redress.ticket.Tickets;
import org.springframework.stereotype.Component;

/**
 * From message to ticket: understand, join or register, decide, open. Runs inside the transaction
 * that claimed the messages, and with a fixed number of round trips however many they are.
 */
@Component
class Processing {

  private final Understanding understanding;
  private final Replies replies;
  private final Registration registration;
  private final Tickets tickets;
  private final Inbox inbox;

  Processing(
      Understanding understanding,
      Replies replies,
      Registration registration,
      Tickets tickets,
      Inbox inbox) {
    this.understanding = understanding;
    this.replies = replies;
    this.registration = registration;
    this.tickets = tickets;
    this.inbox = inbox;
  }

  /** A message with what was understood of it. */
  record Item(Received received, Understood understood) {

    IncomingComplaint said() {
      return understood.said();
    }
  }

  void process(List<Received> received) {
    var items = received.stream().map(r -> new Item(r, understanding.read(r.envelope()))).toList();
    var ordinary = items.stream().filter(item -> item.understood().aside() == null).toList();
    var answering = replies.among(ordinary);
    var fresh = ordinary.stream().filter(item -> !answering.contains(item)).toList();
    if (!fresh.isEmpty()) {
      tickets.open(registration.register(fresh));
    }
    replies.join(answering);
    inbox.done(fresh.stream().map(Item::received).toList(), Outcome.TICKET);
    inbox.done(answering.stream().map(Item::received).toList(), Outcome.JOINED);
    items.stream()
        .filter(item -> item.understood().aside() != null)
        .forEach(item -> inbox.setAside(item.received(), item.understood().aside()));
  }
}
