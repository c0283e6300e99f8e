package org.redress.desk.review;

import org.redress.access.Person;
import org.redress.ticket.Ticket;
import org.redress.ticket.problem.Problem;
import org.redress.ticket.problem.Problems;
import org.redress.ticket.review.CorrectiveActions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A cause that keeps coming back: its tickets, what is being changed, and its end. */
@Controller
@RequestMapping("/problems/{id}")
class ProblemPage {

  private static final int LONGEST = 4000;

  private final Problems problems;
  private final CorrectiveActions actions;
  private final ReviewCard card;

  ProblemPage(Problems problems, CorrectiveActions actions, ReviewCard card) {
    this.problems = problems;
    this.actions = actions;
    this.card = card;
  }

  @GetMapping
  String show(@PathVariable long id, Person me, Model model) {
    var problem = find(id);
    var tickets = problems.tickets(problem);
    model.addAttribute("problem", problem);
    model.addAttribute("tickets", tickets);
    model.addAttribute("actions", actions.of(tickets.stream().map(Ticket::id).toList()));
    model.addAttribute(
        "newest",
        tickets.stream().filter(t -> me.maySee(t.team(), t.owner())).findFirst().orElse(null));
    card.showForm(model);
    return "problem";
  }

  @PostMapping("/owner")
  String take(@PathVariable long id, Person me, RedirectAttributes after) {
    problems.take(find(id), me.name());
    after.addFlashAttribute("done", "problem.taken");
    return "redirect:/problems/" + id;
  }

  @PostMapping("/solution")
  String solve(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String solution,
      Person me,
      RedirectAttributes after) {
    var problem = find(id);
    if (!me.leads() && !me.name().equals(problem.owner())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    if (solution.isBlank() || solution.length() > LONGEST) {
      after.addFlashAttribute("refused", "problem.solution_missing");
    } else {
      problems.solve(problem, solution.strip(), me.name());
      after.addFlashAttribute("done", "problem.solved");
    }
    return "redirect:/problems/" + id;
  }

  private Problem find(long id) {
    return problems.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
