package org.redress.desk.ticket;

import org.redress.access.Person;
import org.redress.desk.VisibleTickets;
import org.redress.ticket.work.TicketWork;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do on the ticket screen; each ends on the screen again. */
@Controller
@RequestMapping("/tickets/{number}")
class TicketActions {

  private final VisibleTickets tickets;
  private final TicketWork work;

  TicketActions(VisibleTickets tickets, TicketWork work) {
    this.tickets = tickets;
    this.work = work;
  }

  @PostMapping("/owner")
  String take(@PathVariable String number, Person me, RedirectAttributes after) {
    tickets.visible(number, me);
    work.take(number, me.name());
    return done(number, "ticket.taken", after);
  }

  @PostMapping("/notes")
  String note(
      @PathVariable String number, @RequestParam String text, Person me, RedirectAttributes after) {
    tickets.visible(number, me);
    if (text.isBlank()) {
      return refused(number, "ticket.note.empty", after);
    }
    work.note(number, me.name(), text.strip());
    return done(number, "ticket.note.kept", after);
  }

  private static String done(String number, String message, RedirectAttributes after) {
    after.addFlashAttribute("done", message);
    return "redirect:/tickets/" + number;
  }

  private static String refused(String number, String message, RedirectAttributes after) {
    after.addFlashAttribute("refused", message);
    return "redirect:/tickets/" + number;
  }
}
