package org.redress.desk.review;

import java.util.List;
import org.redress.access.Staff;
import org.redress.ticket.Ticket;
import org.redress.ticket.problem.Problems;
import org.redress.ticket.review.CorrectiveActions;
import org.redress.ticket.review.Links;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The parts of the ticket screen about what is learnt from it. */
@Component
public class ReviewCard {

  private final CorrectiveActions actions;
  private final Links links;
  private final Problems problems;
  private final Staff staff;
  private final AlikeTickets alike;

  ReviewCard(
      CorrectiveActions actions, Links links, Problems problems, Staff staff, AlikeTickets alike) {
    this.alike = alike;
    this.actions = actions;
    this.links = links;
    this.problems = problems;
    this.staff = staff;
  }

  /** Puts them into the model. */
  public void show(Ticket ticket, Model model) {
    model.addAttribute("actions", actions.of(List.of(ticket.id())));
    var linked = links.of(ticket);
    var saying = alike.to(ticket, linked);
    var shown = saying.stream().map(one -> one.ticket().id()).toList();
    model.addAttribute("linked", linked);
    model.addAttribute("saying", saying);
    model.addAttribute(
        "similar",
        links.similar(ticket).stream().filter(one -> !shown.contains(one.id())).toList());
    model.addAttribute("problems", problems.of(ticket));
    showForm(model);
  }

  /** What the forms for corrective actions need. */
  void showForm(Model model) {
    model.addAttribute("users", staff.users());
    model.addAttribute("today", actions.today());
  }
}
