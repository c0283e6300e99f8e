package org.redress.desk.care;

import org.redress.access.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of calls to make, own ones or the team's, and how satisfied customers are. */
@Controller
class FollowUpPage {

  private static final String TEAM = "team";

  private final CallList calls;
  private final SatisfactionFigures figures;

  FollowUpPage(CallList calls, SatisfactionFigures figures) {
    this.calls = calls;
    this.figures = figures;
  }

  @GetMapping("/follow-ups")
  String show(@RequestParam(defaultValue = "") String view, Person me, Model model) {
    var own = !view.equals(TEAM);
    model.addAttribute("view", own ? "own" : TEAM);
    model.addAttribute("calls", calls.of(me, own));
    model.addAttribute("figures", figures.latest());
    return "follow-ups";
  }
}
