package org.redress.desk.presence;

import java.time.Instant;
import org.redress.access.Person;
import org.redress.ticket.Ticket;
import org.redress.ticket.Tickets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What the screen of a ticket asks every few seconds: who else is here, and has it changed? */
@Controller
class PresencePage {

  private final Tickets tickets;
  private final Presence presence;

  PresencePage(Tickets tickets, Presence presence) {
    this.tickets = tickets;
    this.presence = presence;
  }

  /** The part of the page that says so; {@code changed} is when the ticket shown was changed. */
  @GetMapping("/tickets/{number}/presence")
  String look(@PathVariable String number, @RequestParam Instant changed, Person me, Model model) {
    var ticket = visible(number, me);
    model.addAttribute("ticket", ticket);
    model.addAttribute("shown", changed);
    model.addAttribute("others", presence.look(ticket, me.name()));
    model.addAttribute("isStale", ticket.changedAt().isAfter(changed));
    return "presence :: presence";
  }

  private Ticket visible(String number, Person me) {
    return tickets
        .find(number)
        .filter(ticket -> me.maySee(ticket.team(), ticket.owner()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
