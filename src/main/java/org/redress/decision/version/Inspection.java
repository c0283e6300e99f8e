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
 * @param examples how many examples were decided
 * @param failed examples that come out differently
 */
public record Inspection(
    String version,
    Optional<RuleBook> book,
    List<Finding> findings,
    int examples,
    List<ExampleRun.Result> failed) {

  /** Whether the book may be put into force: no errors, and every example holds. */
  public boolean isGood() {
    return book.isPresent() && failed.isEmpty();
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
      return new Inspection(files.version(), Optional.empty(), broken.findings(), 0, List.of());
    }
    var results = ExampleRun.of(book);
    var failed = results.stream().filter(result -> !result.holds()).toList();
    return new Inspection(
        book.version(), Optional.of(book), book.warnings(), results.size(), failed);
  }
}
