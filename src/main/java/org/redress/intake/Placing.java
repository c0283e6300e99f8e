package org.redress.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redress.complaint.Complaints;
import org.redress.complaint.IncomingComplaint;
import org.redress.intake.Processing.Item;
import org.redress.intake.thread.Replies;
import org.redress.intake.thread.Replies.Named;
import org.redress.ticket.Tickets;
import org.redress.ticket.work.CustomerReplies;
import org.springframework.stereotype.Component;

/** Puts messages where they belong: onto the ticket they answer, or onto one of their own. */
@Component
class Placing {

  private final Replies replies;
  private final Registration registration;
  private final Tickets tickets;
  private final CustomerReplies joining;
  private final Complaints complaints;

  Placing(
      Replies replies,
      Registration registration,
      Tickets tickets,
      CustomerReplies joining,
      Complaints complaints) {
    this.replies = replies;
    this.registration = registration;
    this.tickets = tickets;
    this.joining = joining;
    this.complaints = complaints;
  }

  void place(List<Item> items) {
    var waiting = replies.waiting(items.stream().map(Item::said).toList());
    var later = items.stream().filter(item -> waiting.contains(item.said())).toList();
    if (later.size() == items.size()) {
      later = List.of(); // they answer each other: none of them can be first
    }
    var now = new ArrayList<>(items);
    now.removeAll(later);
    placeNow(now);
    if (!later.isEmpty()) {
      place(later);
    }
  }

  private void placeNow(List<Item> items) {
    if (items.isEmpty()) {
      return;
    }
    var named = replies.named(items.stream().map(Item::said).toList());
    var joined = items.stream().filter(item -> joins(item, named)).toList();
    var fresh = items.stream().filter(item -> !joins(item, named)).toList();
    if (!fresh.isEmpty()) {
      tickets.open(registration.register(fresh));
    }
    for (var item : joined) {
      var said = item.said().withText(item.understood().newText());
      complaints.attach(joining.join(named.get(item.said()).ticket(), said), said.attachments());
    }
  }

  private static boolean joins(Item item, Map<IncomingComplaint, Named> named) {
    var found = named.get(item.said());
    return found != null && found.proven();
  }
}
