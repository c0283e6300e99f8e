package org.redress.desk.ticket;

import org.redress.access.Person;
import org.redress.ticket.Tickets;
import org.redress.ticket.care.CareStep;
import org.redress.ticket.care.CareSteps;
import org.redress.ticket.work.TicketWork;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do on the ticket screen; each ends on the screen again. */
@Controller
@RequestMapping("/tickets/{number}")
class TicketActions {

  private static final int LONGEST_NOTE = 4000;

  private final Tickets tickets;
  private final TicketWork work;
  private final CareSteps steps;

  TicketActions(Tickets tickets, TicketWork work, CareSteps steps) {
    this.tickets = tickets;
    this.work = work;
    this.steps = steps;
  }

  @PostMapping("/owner")
  String take(@PathVariable String number, Person me, RedirectAttributes after) {
    checkVisible(number, me);
    work.take(number, me.name());
    return done(number, "ticket.taken", after);
  }

  @PostMapping("/replies")
  String reply(
      @PathVariable String number, @RequestParam String text, Person me, RedirectAttributes after) {
    checkVisible(number, me);
    if (text.isBlank()) {
      return refused(number, "ticket.reply.empty", after);
    }
    work.reply(number, me.name(), text.strip());
    return done(number, "ticket.reply.sent", after);
  }

  @PostMapping("/notes")
  String note(
      @PathVariable String number, @RequestParam String text, Person me, RedirectAttributes after) {
    checkVisible(number, me);
    if (text.isBlank()) {
      return refused(number, "ticket.note.empty", after);
    }
    work.note(number, me.name(), text.strip());
    return done(number, "ticket.note.kept", after);
  }

  /** Finishes a step; somebody else may have done so meanwhile. */
  @PostMapping("/steps/{step}")
  String finish(
      @PathVariable String number,
      @PathVariable String step,
      @RequestParam(defaultValue = "") String note,
      Person me,
      RedirectAttributes after) {
    checkVisible(number, me);
    var finished = CareStep.of(step).orElseThrow(TicketActions::notFound);
    if (note.length() > LONGEST_NOTE) {
      return refused(number, "ticket.step.note_too_long", after);
    }
    try {
      steps.finish(number, finished, me.name(), note.isBlank() ? null : note.strip());
      return done(number, "ticket.step.done", after);
    } catch (CareSteps.Refused notNext) {
      return refused(number, "ticket.step.not_next", after);
    }
  }

  private void checkVisible(String number, Person me) {
    tickets
        .find(number)
        .filter(ticket -> me.maySee(ticket.team(), ticket.owner()))
        .orElseThrow(TicketActions::notFound);
  }

  private static String done(String number, String message, RedirectAttributes after) {
    after.addFlashAttribute("done", message);
    return "redirect:/tickets/" + number;
  }

  private static String refused(String number, String message, RedirectAttributes after) {
    after.addFlashAttribute("refused", message);
    return "redirect:/tickets/" + number;
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
