package org.redress.desk.rules;

import java.util.List;
import org.redress.access.Person;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.rule.Question;
import org.redress.decision.rulebook.RuleBook;
import org.redress.decision.version.Drafts;
import org.redress.decision.version.RuleBooks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rule book in force, drafts under work, versions gone by. */
@Controller
@RequestMapping("/rules")
class RulesPage {

  static final int LONGEST_TITLE = 200;

  private final RuleBooks books;
  private final Drafts drafts;

  RulesPage(RuleBooks books, Drafts drafts) {
    this.books = books;
    this.drafts = drafts;
  }

  /** A question with how much stands behind it. */
  record Asked(Question question, int rules, int examples, List<String> files) {}

  @GetMapping
  String overview(Model model) {
    var book = books.active();
    var files = books.activeFiles();
    model.addAttribute("book", book);
    model.addAttribute("questions", asked(book, files));
    model.addAttribute("vocabulary", files.in("vocabulary"));
    model.addAttribute("versions", books.versions());
    model.addAttribute("drafts", drafts.open());
    model.addAttribute("unused", books.unusedFiles().orElse(null));
    return "rules";
  }

  private static List<Asked> asked(RuleBook book, RuleFiles files) {
    return book.questions().stream()
        .map(
            question ->
                new Asked(
                    question,
                    book.rulesOf(question).size(),
                    (int)
                        book.examples().stream()
                            .filter(example -> example.question().equals(question.name()))
                            .count(),
                    files.in(question.name())))
        .toList();
  }

  /** Begins a draft from the rule book in force. */
  @PostMapping("/drafts")
  String begin(@RequestParam String title, Person me, RedirectAttributes after) {
    if (isNoTitle(title)) {
      return refused("rules.draft.title.needed", after);
    }
    var draft =
        drafts.create(title.strip(), books.active().version(), books.activeFiles(), me.name());
    return "redirect:/rules/drafts/" + draft.id();
  }

  /** Begins a draft from files that were edited elsewhere. */
  @PostMapping("/upload")
  String upload(
      @RequestParam String title,
      @RequestParam MultipartFile file,
      Person me,
      RedirectAttributes after)
      throws java.io.IOException {
    if (isNoTitle(title)) {
      return refused("rules.draft.title.needed", after);
    }
    try {
      var files = ZippedRules.read(file.getBytes());
      var draft = drafts.create(title.strip(), books.active().version(), files, me.name());
      return "redirect:/rules/drafts/" + draft.id();
    } catch (ZippedRules.Unusable unusable) {
      return refused(unusable.message(), after);
    }
  }

  static boolean isNoTitle(String title) {
    return title.isBlank() || title.length() > LONGEST_TITLE;
  }

  private static String refused(String message, RedirectAttributes after) {
    after.addFlashAttribute("refused", message);
    return "redirect:/rules";
  }
}
