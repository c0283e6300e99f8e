package org.redress.desk.presence;

import java.time.Instant;
import org.redress.access.Person;
import org.redress.desk.VisibleTickets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the screen of a ticket asks every few seconds: who else is here, and has it changed? */
@Controller
class PresencePage {

  private final VisibleTickets tickets;
  private final Presence presence;

  PresencePage(VisibleTickets tickets, Presence presence) {
    this.tickets = tickets;
    this.presence = presence;
  }

  /** The part of the page that says so; {@code changed} is when the ticket shown was changed. */
  @GetMapping("/tickets/{number}/presence")
  String look(@PathVariable String number, @RequestParam Instant changed, Person me, Model model) {
    var ticket = tickets.visible(number, me);
    model.addAttribute("ticket", ticket);
    model.addAttribute("shown", changed);
    model.addAttribute("others", presence.look(ticket, me.name()));
    model.addAttribute("isStale", ticket.changedAt().isAfter(changed));
    return "presence :: presence";
  }
}
