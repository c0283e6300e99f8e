package org.redress.desk.rules;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.decision.backtest.BackTests;
import org.redress.decision.backtest.Scope;
import org.redress.decision.version.Draft;
import org.redress.decision.version.Drafts;
import org.redress.decision.version.Inspector;
import org.redress.decision.version.RuleBooks;
import org.redress.decision.version.RuleBooks.Obstacle;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What managers do with a draft; each ends on the draft's page again, or on the rule book's. */
@Controller
@RequestMapping("/rules/drafts/{id}")
class DraftActions {

  private static final int LONGEST_COMMENT = 2000;

  private final Drafts drafts;
  private final RuleBooks books;
  private final BackTests tests;
  private final Inspector inspector;

  DraftActions(Drafts drafts, RuleBooks books, BackTests tests, Inspector inspector) {
    this.drafts = drafts;
    this.books = books;
    this.tests = tests;
    this.inspector = inspector;
  }

  @PostMapping("/title")
  String rename(@PathVariable long id, @RequestParam String title, RedirectAttributes after) {
    if (RulesPage.isNoTitle(title)) {
      return refused(id, "rules.draft.title.needed", after);
    }
    drafts.rename(open(id).id(), title.strip());
    return done(id, "rules.draft.renamed", after);
  }

  @PostMapping("/drop")
  String drop(@PathVariable long id, RedirectAttributes after) {
    drafts.end(open(id).id(), Draft.Status.DROPPED);
    after.addFlashAttribute("done", "rules.draft.dropped");
    return "redirect:/rules";
  }

  @PostMapping("/shadow")
  String shadow(@PathVariable long id, @RequestParam boolean on, RedirectAttributes after) {
    drafts.shadow(open(id).id(), on);
    return done(id, on ? "rules.shadow.begun" : "rules.shadow.ended", after) + "#shadow";
  }

  /** Begins a try on past complaints. */
  @PostMapping("/tests")
  String test(
      @PathVariable long id,
      @RequestParam(defaultValue = "1000") int last,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
      @RequestParam(defaultValue = "") String team,
      Person me,
      RedirectAttributes after) {
    var book = inspector.inspect(open(id).files()).book();
    if (book.isEmpty()) {
      return refused(id, "rules.refused.errors", after);
    }
    try {
      var scope = new Scope(last, from, until, team.isEmpty() ? null : team);
      tests.start(books.active(), book.get(), scope, me.name());
    } catch (IllegalArgumentException wrong) {
      return refused(id, "rules.test.bad_scope", after);
    }
    return "redirect:/rules/drafts/" + id + "#tried";
  }

  @PostMapping("/tests/{test}/cancel")
  String cancel(@PathVariable long id, @PathVariable long test) {
    tests.cancel(test);
    return "redirect:/rules/drafts/" + open(id).id() + "#tried";
  }

  /**
   * Puts the draft into force.
   *
   * @param version what the person saw, so that nobody activates what another saved meanwhile
   */
  @PostMapping("/activate")
  String activate(
      @PathVariable long id,
      @RequestParam String version,
      @RequestParam(defaultValue = "") String comment,
      Person me,
      RedirectAttributes after) {
    if (!open(id).version().equals(version)) {
      return refused(id, "rules.refused.changed", after);
    }
    if (comment.length() > LONGEST_COMMENT) {
      return refused(id, "rules.activate.comment.too_long", after);
    }
    try {
      if (!books.activate(id, me.name(), comment.strip())) {
        return done(id, "rules.activate.asked", after);
      }
    } catch (RuleBooks.Refused refused) {
      return refused(id, "rules.refused." + key(refused.obstacle()), after);
    }
    after.addFlashAttribute("done", "rules.activated");
    return "redirect:/rules";
  }

  private static String key(Obstacle obstacle) {
    return obstacle.name().toLowerCase(Locale.ROOT);
  }

  private Draft open(long id) {
    return drafts
        .find(id)
        .filter(Draft::isOpen)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String done(long id, String message, RedirectAttributes after) {
    after.addFlashAttribute("done", message);
    return "redirect:/rules/drafts/" + id;
  }

  private static String refused(long id, String message, RedirectAttributes after) {
    after.addFlashAttribute("refused", message);
    return "redirect:/rules/drafts/" + id;
  }
}
