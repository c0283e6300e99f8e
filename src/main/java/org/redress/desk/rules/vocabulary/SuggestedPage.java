package org.redress.desk.rules.vocabulary;

import java.util.Locale;
import java.util.Optional;
import org.redress.access.Person;
import org.redress.decision.backtest.BackTests;
import org.redress.decision.backtest.Scope;
import org.redress.decision.rule.WordCondition;
import org.redress.decision.rulebook.RuleBook;
import org.redress.decision.version.Draft;
import org.redress.decision.version.Drafts;
import org.redress.decision.version.Inspector;
import org.redress.decision.version.RuleBooks;
import org.redress.desk.rules.file.OwnDraft;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Phrases that tickets suggest; a click adds one to the manager's draft and tries it. */
@Controller
@RequestMapping("/rules/suggestions")
class SuggestedPage {

  private static final int TRIED = 1_000;

  private final Suggested suggested;
  private final OwnDraft own;
  private final Drafts drafts;
  private final Trying trying;

  SuggestedPage(Suggested suggested, OwnDraft own, Drafts drafts, Trying trying) {
    this.suggested = suggested;
    this.own = own;
    this.drafts = drafts;
    this.trying = trying;
  }

  /** Tries drafts on past complaints. */
  @Component
  record Trying(RuleBooks books, Inspector inspector, BackTests tests) {

    Optional<RuleBook> book(Draft draft) {
      return inspector.inspect(draft.files()).book();
    }

    void begin(Draft draft, Person me) {
      book(draft)
          .ifPresent(book -> tests.start(books.active(), book, Scope.last(TRIED), me.name()));
    }
  }

  @GetMapping
  String show(Model model) {
    model.addAttribute("found", suggested.find());
    return "rules-suggestions";
  }

  @PostMapping
  String add(
      @RequestParam String phrase,
      @RequestParam String word,
      Person me,
      Locale locale,
      RedirectAttributes after) {
    var draft = own.of(me, "suggested.draft", locale);
    var book = trying.book(draft);
    var held =
        book.filter(b -> b.contents().phrases().stream().anyMatch(p -> p.word().equals(word)));
    if (!WordCondition.isPhrase(phrase) || held.isEmpty()) {
      after.addFlashAttribute("refused", "suggested.unusable");
      return "redirect:/rules/suggestions";
    }
    if (!held.get().mentions(phrase).isEmpty()) {
      after.addFlashAttribute("refused", "suggested.known");
      return "redirect:/rules/suggestions";
    }
    var file = Suggested.fileOf(held.get().contents(), word);
    var seen = draft.files().content(file);
    try {
      var content = Suggested.with(draft.files(), file, word, phrase);
      trying.begin(drafts.save(draft, file, seen, content, me.name()), me);
    } catch (Drafts.ChangedMeanwhile meanwhile) {
      after.addFlashAttribute("refused", "suggested.changed");
      return "redirect:/rules/suggestions";
    }
    after.addFlashAttribute("done", "suggested.added");
    return "redirect:/rules/drafts/%d#tried".formatted(draft.id());
  }
}
