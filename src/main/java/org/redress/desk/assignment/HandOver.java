package org.redress.desk.assignment;

import java.util.List;
import java.util.Map;
import org.redress.access.Person;
import org.redress.access.Staff;
import org.redress.desk.VisibleTickets;
import org.redress.ticket.Ticket;
import org.redress.ticket.correction.Correcting;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tickets in the wrong place: their owner returns them, somebody above moves them on. */
@Controller("handOver")
class HandOver {

  private static final int LONGEST_REASON = 2000;

  private final VisibleTickets tickets;
  private final Returning returning;
  private final Correcting correcting;
  private final Staff staff;

  HandOver(VisibleTickets tickets, Returning returning, Correcting correcting, Staff staff) {
    this.tickets = tickets;
    this.returning = returning;
    this.correcting = correcting;
    this.staff = staff;
  }

  /** Whether the person may send the ticket to any team. */
  public boolean isMovable(Person me, Ticket ticket) {
    return me.worksOnTickets() && (me.seesAllTickets() || returning.leads(me.name(), ticket));
  }

  /** Whether the person may give the ticket back to the dispatching team. */
  public boolean isReturnable(Person me, Ticket ticket) {
    return me.worksOnTickets() && returning.isOpenTo(me.name(), ticket);
  }

  /** The other teams. */
  public List<String> others(Ticket ticket) {
    return staff.teams().keySet().stream().filter(team -> !team.equals(ticket.team())).toList();
  }

  /** The dispatching team. */
  public String dispatcher() {
    return returning.dispatcher();
  }

  @PostMapping("/tickets/{number}/return")
  String giveBack(
      @PathVariable String number,
      @RequestParam String reason,
      Person me,
      RedirectAttributes after) {
    var ticket = tickets.visible(number, me);
    if (isNoReason(reason)) {
      return refused(number, "handover.reason_needed", after);
    }
    return returning.giveBack(ticket, me.name(), reason.strip())
        ? done(number, "handover.returned", me, after)
        : refused(number, "handover.too_late", after);
  }

  @PostMapping("/tickets/{number}/team")
  String move(
      @PathVariable String number,
      @RequestParam String team,
      @RequestParam String reason,
      Person me,
      RedirectAttributes after) {
    var ticket = tickets.visible(number, me);
    if (!isMovable(me, ticket) || !staff.teams().containsKey(team)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    if (isNoReason(reason)) {
      return refused(number, "handover.reason_needed", after);
    }
    correcting.correct(number, Map.of("team", List.of(team)), me.name(), reason.strip());
    return done(number, "handover.moved", me, after);
  }

  private static boolean isNoReason(String reason) {
    return reason.isBlank() || reason.length() > LONGEST_REASON;
  }

  /** Who may no longer see the ticket goes on with the own queue. */
  private String done(String number, String message, Person me, RedirectAttributes after) {
    after.addFlashAttribute("done", message);
    return tickets.find(number, me).isPresent()
        ? "redirect:/tickets/" + number
        : "redirect:/queue/mine";
  }

  private static String refused(String number, String message, RedirectAttributes after) {
    after.addFlashAttribute("refused", message);
    return "redirect:/tickets/" + number;
  }
}
