package org.redress.desk.compensation;

import java.util.function.Supplier;
import org.redress.access.Person;
import org.redress.compensation.Approvals;
import org.redress.compensation.Approvals.Waiting;
import org.redress.compensation.Award;
import org.redress.compensation.Budgets;
import org.redress.compensation.Budgets.Standing;
import org.redress.compensation.CompensationRefused;
import org.redress.compensation.policy.Authority;
import org.redress.compensation.policy.Authority.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for somebody's yes or no, with everything needed to decide. */
@Controller
@RequestMapping("/approvals")
class ApprovalPage {

  private final ApprovalDesk desk;
  private final Approvals approvals;
  private final Authority authority;
  private final Budgets budgets;
  private final CompensationWords words;

  ApprovalPage(
      ApprovalDesk desk,
      Approvals approvals,
      Authority authority,
      Budgets budgets,
      CompensationWords words) {
    this.desk = desk;
    this.approvals = approvals;
    this.authority = authority;
    this.budgets = budgets;
    this.words = words;
  }

  /** One question: what is asked for, what the agent may give alone, what the team has left. */
  record Question(Waiting waiting, Limit limit, Standing budget) {}

  @GetMapping
  String list(Person me, Model model) {
    model.addAttribute("questions", desk.openTo(me).stream().map(this::question).toList());
    return "approvals";
  }

  private Question question(Waiting waiting) {
    var award = waiting.award();
    return new Question(
        waiting,
        authority.limit(award.proposedBy(), award.team(), award.kind()),
        budgets.of(award.team(), award.month()));
  }

  @PostMapping("/{id}/approve")
  String approve(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      Person me,
      RedirectAttributes after) {
    desk.checkVisible(id, me);
    return answer(() -> approvals.approve(id, me.name(), OfferActions.text(reason)), after);
  }

  @PostMapping("/{id}/refuse")
  String refuse(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      Person me,
      RedirectAttributes after) {
    desk.checkVisible(id, me);
    return answer(() -> approvals.refuse(id, me.name(), OfferActions.text(reason)), after);
  }

  private String answer(Supplier<Award> deed, RedirectAttributes after) {
    try {
      after.addFlashAttribute("done", "approvals.done." + deed.get().state().key());
    } catch (CompensationRefused e) {
      after.addFlashAttribute("refusal", words.refused(e));
    }
    return "redirect:/approvals";
  }
}
