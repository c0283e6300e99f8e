package org.redress.desk.review;

import org.redress.access.Person;
import org.redress.ticket.problem.Problems;
import org.redress.ticket.review.CorrectiveActions;
import org.redress.ticket.review.Lessons;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was learnt and what is being changed: problems, corrective actions, lessons. */
@Controller
class ReviewsPage {

  private final CorrectiveActions actions;
  private final Lessons lessons;
  private final Problems problems;

  ReviewsPage(CorrectiveActions actions, Lessons lessons, Problems problems) {
    this.actions = actions;
    this.lessons = lessons;
    this.problems = problems;
  }

  @GetMapping("/reviews")
  String show(@RequestParam(defaultValue = "") String q, Person me, Model model) {
    model.addAttribute("problems", problems.latest());
    model.addAttribute("actions", actions.open(me));
    model.addAttribute("lessons", lessons.search(me, q));
    model.addAttribute("q", q);
    model.addAttribute("today", actions.today());
    return "reviews";
  }
}
