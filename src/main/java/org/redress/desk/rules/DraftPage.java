package org.redress.desk.rules;

import org.redress.decision.difference.Difference;
import org.redress.decision.rulebook.RuleBook;
import org.redress.decision.version.Draft;
import org.redress.decision.version.Drafts;
import org.redress.decision.version.Inspector;
import org.redress.decision.version.RuleBooks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One draft: what it changes, how far it is, what it would have done. */
@Controller
class DraftPage {

  private final Drafts drafts;
  private final RuleBooks books;
  private final Inspector inspector;
  private final Trial trial;

  DraftPage(Drafts drafts, RuleBooks books, Inspector inspector, Trial trial) {
    this.drafts = drafts;
    this.books = books;
    this.inspector = inspector;
    this.trial = trial;
  }

  @GetMapping("/rules/drafts/{id}")
  String show(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String question,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String rule,
      @RequestParam(defaultValue = "20") int shown,
      Model model) {
    var draft =
        drafts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var base = books.files(draft.base()).orElseThrow();
    var active = books.active();
    var inspection = inspector.inspect(draft.files());
    var run = trial.latest(draft);
    var questions = inspection.book().map(RuleBook::questions).orElseGet(active::questions);
    var changes = Difference.between(base, draft.files());
    model.addAttribute("draft", draft);
    model.addAttribute("inspection", inspection);
    model.addAttribute("findings", inspector.check(draft.files()));
    model.addAttribute("changes", changes);
    model.addAttribute(
        "path", new DraftPath(draft, active.version(), changes, inspection, run.orElse(null)));
    model.addAttribute("editing", changes.isEmpty() ? firstTable(draft) : changes.get(0).path());
    model.addAttribute("secondPerson", books.asksSecondPerson());
    trial.show(
        draft,
        run,
        questions,
        new OutcomeView.Filter(question, from, to, rule, Math.max(1, shown)),
        model);
    return "rules-draft";
  }

  /** Where the editor begins when nothing was changed yet. */
  private static String firstTable(Draft draft) {
    return draft.files().byPath().keySet().stream()
        .filter(path -> !path.endsWith(".yml"))
        .findFirst()
        .orElse("");
  }
}
