package org.redress.intake;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.redress.complaint.Complaints;
import org.redress.complaint.IncomingComplaint;
import org.redress.intake.Processing.Item;
import org.redress.intake.thread.Forwards.Forwarded;
import org.redress.intake.thread.Linking;
import org.redress.intake.thread.Replies;
import org.redress.intake.thread.Replies.Fate;
import org.redress.intake.thread.Replies.Place;
import org.redress.ticket.Tickets;
import org.redress.ticket.file.RefusedFiles;
import org.redress.ticket.work.CustomerReplies;
import org.redress.ticket.work.MailReports;
import org.springframework.stereotype.Component;

/** Puts messages where they belong: onto the ticket they answer, or onto one of their own. */
@Component
class Placing {

  private final Replies replies;
  private final NewTickets fresh;
  private final CustomerReplies joining;
  private final Complaints complaints;
  private final RefusedFiles refused;

  Placing(
      Replies replies,
      NewTickets fresh,
      CustomerReplies joining,
      Complaints complaints,
      RefusedFiles refused) {
    this.refused = refused;
    this.replies = replies;
    this.fresh = fresh;
    this.joining = joining;
    this.complaints = complaints;
  }

  /** Opens tickets and ties them to those that the messages name. */
  @Component
  record NewTickets(
      Registration registration, Tickets tickets, Linking linking, MailReports reports) {

    void open(List<Item> items, Map<IncomingComplaint, Place> places) {
      if (!items.isEmpty()) {
        var opened = tickets.open(registration.register(items));
        linking.tie(opened, places);
        for (int i = 0; i < items.size(); i++) {
          var forwarded = items.get(i).understood().forwarded();
          if (forwarded != null) {
            noteForward(opened.get(i).ticket().number(), forwarded);
          }
        }
      }
    }

    private void noteForward(String number, Forwarded forwarded) {
      var note = forwarded.note().isBlank() ? null : forwarded.note();
      reports.note(number, MailReports.FORWARDED, forwarded.by(), note);
    }
  }

  /** Places messages and returns those that joined tickets. */
  List<Item> place(List<Item> items) {
    var waiting = replies.waiting(items.stream().map(Item::said).toList());
    var later = items.stream().filter(item -> waiting.contains(item.said())).toList();
    if (later.size() == items.size()) {
      later = List.of(); // they answer each other: none of them can be first
    }
    var now = new ArrayList<>(items);
    now.removeAll(later);
    var joined = new ArrayList<>(placeNow(now));
    if (!later.isEmpty()) {
      joined.addAll(place(later));
    }
    return joined;
  }

  private List<Item> placeNow(List<Item> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    var newTexts = new IdentityHashMap<IncomingComplaint, String>();
    items.forEach(item -> newTexts.put(item.said(), item.understood().newText()));
    var places = replies.places(items.stream().map(Item::said).toList(), newTexts::get);
    fresh.open(items.stream().filter(item -> !joins(item, places)).toList(), places);
    var joined = items.stream().filter(item -> joins(item, places)).toList();
    for (var item : joined) {
      var place = places.get(item.said());
      var said = item.said().withText(item.understood().newText());
      var message = joining.join(place.ticket(), said, place.afterEnd());
      complaints.attach(message, said.attachments());
      refused.note(Map.of(message, said.attachments()));
    }
    return joined;
  }

  private static boolean joins(Item item, Map<IncomingComplaint, Place> places) {
    var place = places.get(item.said());
    return place != null && place.fate() == Fate.JOINS;
  }
}
