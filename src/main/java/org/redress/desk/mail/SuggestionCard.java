package org.redress.desk.mail;

import org.redress.ticket.Ticket;
import org.redress.ticket.Tickets;
import org.redress.ticket.duplicate.Suggestions;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The part of the ticket screen about tickets that may be, or were made, one. */
@Component
class SuggestionCard {

  private final Suggestions suggestions;
  private final Tickets tickets;

  SuggestionCard(Suggestions suggestions, Tickets tickets) {
    this.suggestions = suggestions;
    this.tickets = tickets;
  }

  void show(Ticket ticket, Model model) {
    var other = tickets.livesOnAs(ticket.number());
    model.addAttribute("livesOnAs", other.equals(ticket.number()) ? null : other);
    model.addAttribute("suggestions", suggestions.of(ticket));
  }
}
