package org.redress.ticket.reply;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.redress.ticket.History;
import org.redress.ticket.History.Entry;
import org.springframework.stereotype.Component;

/** What happened on a ticket that makes a reply written before it stale. */
@Component
class Meanwhile {

  /** What the customer said or was told, and what became of the ticket. */
  private static final Set<String> MATTERS =
      Set.of(
          "customer_replied",
          "reply",
          "status",
          "merged",
          "merged_from",
          "offer_issued",
          "offer_approved",
          "offer_refused",
          "survey_answered");

  private final History history;

  Meanwhile(History history) {
    this.history = history;
  }

  /** What others did since a moment; empty when the reply is as good as it was. */
  List<Entry> since(long ticketId, Instant seenAt, String author) {
    return history.of(List.of(ticketId), MATTERS).getOrDefault(ticketId, List.of()).stream()
        .filter(entry -> entry.at().isAfter(seenAt))
        .filter(entry -> !entry.actor().equals(author))
        .toList();
  }
}
