package org.redress.decision.version;

import java.util.List;
import java.util.Optional;
import org.redress.decision.ExampleRun;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.finding.Finding;
import org.redress.decision.finding.RuleBookBroken;
import org.redress.decision.rulebook.RuleBook;

/**
 * What is known of a rule book before it is used.
 *
 * @param book none when it has errors
 * @param findings errors, or else warnings
 * @param examples the examples, decided
 */
public record Inspection(
    String version,
    Optional<RuleBook> book,
    List<Finding> findings,
    List<ExampleRun.Result> examples) {

  /** Whether the book may be put into force: no errors, and every example holds. */
  public boolean isGood() {
    return book.isPresent() && failed().isEmpty();
  }

  /** Examples that come out differently. */
  public List<ExampleRun.Result> failed() {
    return examples.stream().filter(result -> !result.holds()).toList();
  }

  /** The errors alone. */
  public List<Finding> errors() {
    return findings.stream().filter(Finding::isError).toList();
  }

  static Inspection of(RuleFiles files) {
    RuleBook book;
    try {
      book = RuleBook.of(files);
    } catch (RuleBookBroken broken) {
      return new Inspection(files.version(), Optional.empty(), broken.findings(), List.of());
    }
    return new Inspection(book.version(), Optional.of(book), book.warnings(), ExampleRun.of(book));
  }
}
