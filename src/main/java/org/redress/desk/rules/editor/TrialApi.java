package org.redress.desk.rules.editor;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.decision.rulebook.RuleBook;
import org.redress.decision.version.Drafts;
import org.redress.decision.version.Inspector;
import org.redress.desk.rules.editor.TryOut.Outcome;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the editor's script asks for when rules shall show what they do. */
@RestController
@RequestMapping("/rules/drafts/{id}/edit")
class TrialApi {

  private final Drafts drafts;
  private final Inspector inspector;
  private final TryOut trial;
  private final PastCounts past;

  TrialApi(Drafts drafts, Inspector inspector, TryOut trial, PastCounts past) {
    this.drafts = drafts;
    this.inspector = inspector;
    this.trial = trial;
    this.past = past;
  }

  /** An outcome; none while the draft has errors and cannot decide. */
  record Tried(@Nullable Outcome outcome) {}

  /**
   * How many past complaints the open file matches.
   *
   * @param of how many were looked at; 0 while the draft has errors
   * @param rows number of complaints by line
   * @param words number of complaints by word, for the vocabulary
   */
  record Matched(int of, Map<Integer, Integer> rows, Map<String, Integer> words) {}

  @PostMapping("/try")
  Tried tryOut(
      @PathVariable long id, @RequestParam String file, @RequestBody TriedComplaint complaint) {
    var book = book(id);
    return new Tried(book == null ? null : trial.of(complaint.toCase(), book, file));
  }

  /** What the rules were shown of a ticket. */
  @GetMapping("/ticket")
  TriedComplaint ticket(@RequestParam String number, Person me) {
    return trial.ofTicket(number, me).orElseThrow(EditorPage::notFound);
  }

  @GetMapping("/past")
  Matched past(@PathVariable long id, @RequestParam String file) {
    var book = book(id);
    if (book == null) {
      return new Matched(0, Map.of(), Map.of());
    }
    var counts = past.of(book);
    return new Matched(counts.of(), counts.rows().getOrDefault(file, Map.of()), counts.words());
  }

  private @Nullable RuleBook book(long id) {
    var draft = drafts.find(id).orElseThrow(EditorPage::notFound);
    return inspector.inspect(draft.files()).book().orElse(null);
  }
}
