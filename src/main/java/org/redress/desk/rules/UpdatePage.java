package org.redress.desk.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.access.Person;
import org.redress.decision.difference.Difference;
import org.redress.decision.difference.Merging;
import org.redress.decision.difference.Merging.Merged;
import org.redress.decision.version.Draft;
import org.redress.decision.version.Drafts;
import org.redress.decision.version.RuleBooks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Brings into a draft what came into force since it began; where both changed, people choose. */
@Controller
@RequestMapping("/rules/drafts/{id}/update")
class UpdatePage {

  private final Drafts drafts;
  private final RuleBooks books;

  UpdatePage(Drafts drafts, RuleBooks books) {
    this.drafts = drafts;
    this.books = books;
  }

  @GetMapping
  String show(@PathVariable long id, Model model) {
    var draft = open(id);
    var base = books.files(draft.base()).orElseThrow();
    model.addAttribute("draft", draft);
    model.addAttribute("active", books.active().version());
    model.addAttribute("arriving", Difference.between(base, books.activeFiles()));
    model.addAttribute("conflicts", merged(draft, Set.of()).conflicts());
    return "rules-update";
  }

  /**
   * Merges.
   *
   * @param version the draft as the person saw it
   * @param active the version in force as the person saw it
   * @param form also holds the keys of conflicts in which the version in force shall stay
   */
  @PostMapping
  String update(
      @PathVariable long id,
      @RequestParam String version,
      @RequestParam String active,
      @RequestParam MultiValueMap<String, String> form,
      Person me,
      RedirectAttributes after) {
    var draft = open(id);
    if (!draft.version().equals(version) || !books.active().version().equals(active)) {
      after.addFlashAttribute("refused", "rules.refused.changed");
      return "redirect:/rules/drafts/" + id + "/update";
    }
    var theirs = form.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    drafts.saveFiles(draft, merged(draft, theirs).files(), active, me.name());
    after.addFlashAttribute("done", "rules.update.done");
    return "redirect:/rules/drafts/" + id;
  }

  private Merged merged(Draft draft, Set<String> theirs) {
    var base = books.files(draft.base()).orElseThrow();
    return Merging.merge(base, draft.files(), books.activeFiles(), theirs);
  }

  private Draft open(long id) {
    return drafts
        .find(id)
        .filter(Draft::isOpen)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
