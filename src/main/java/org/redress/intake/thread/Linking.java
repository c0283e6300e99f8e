package org.redress.intake.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redress.complaint.IncomingComplaint;
import org.redress.intake.thread.Replies.Fate;
import org.redress.intake.thread.Replies.Place;
import org.redress.ticket.History;
import org.redress.ticket.Tickets;
import org.redress.ticket.TicketsOpened.Opened;
import org.redress.ticket.duplicate.Suggestions;
import org.redress.ticket.duplicate.Suggestions.Pair;
import org.redress.ticket.duplicate.Suggestions.Reason;
import org.redress.ticket.review.Links;
import org.springframework.stereotype.Component;

/** Ties new tickets to those that their messages name. */
@Component
public class Linking {

  private final Tickets tickets;
  private final Links links;
  private final Suggestions suggestions;

  Linking(Tickets tickets, Links links, Suggestions suggestions) {
    this.tickets = tickets;
    this.links = links;
    this.suggestions = suggestions;
  }

  /** Links what follows a finished ticket; what a stranger names is only suggested. */
  public void tie(List<Opened> opened, Map<IncomingComplaint, Place> places) {
    var pairs = new ArrayList<Pair>();
    for (var fresh : opened) {
      var place = places.get(fresh.complaint().said());
      if (place == null) {
        continue;
      }
      if (place.fate() == Fate.FOLLOWS) {
        links.link(fresh.ticket().number(), place.ticket(), History.REDRESS);
      } else {
        var other = tickets.find(place.ticket()).orElseThrow();
        if (other.customerId() != fresh.ticket().customerId()) {
          pairs.add(new Pair(fresh.ticket().id(), other.id(), Reason.NAMED, 0));
        }
      }
    }
    suggestions.add(pairs);
  }
}
