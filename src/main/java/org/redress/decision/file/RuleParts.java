package org.redress.decision.file;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.decision.finding.Findings;
import org.redress.decision.finding.Nearest;
import org.redress.decision.rule.Condition.Mistake;
import org.redress.decision.rule.Details;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.WordCondition;

/** Checks what every rule of a question has, in whatever kind of file it stands. */
class RuleParts {

  /** Unknown words of one cell; whoever mends these sees the others. */
  private static final int MOST_TOLD = 5;

  private final String file;
  private final Question question;
  private final Known known;
  private final Findings findings;

  RuleParts(String file, Question question, Known known, Findings findings) {
    this.file = file;
    this.question = question;
    this.known = known;
    this.findings = findings;
  }

  void mustBeThere(int line, String column, String text) {
    if (text.isEmpty()) {
      error(line, column, "this cell is empty", "Fill it in.");
    }
  }

  void checkAnswer(int line, String answer) {
    var allowed = question.answers().keySet();
    if (!answer.isEmpty() && !allowed.contains(answer)) {
      error(
          line,
          "answer",
          "'%s' is no answer to %s%s"
              .formatted(Mistake.brief(answer), question.name(), Nearest.hint(answer, allowed)),
          "Answers: " + String.join(", ", allowed) + ".");
    }
  }

  /** The detail, or none where the question has none or it is empty. */
  @Nullable String detail(int line, String detail) {
    if (question.detail() == null || detail.isEmpty()) {
      return null;
    }
    try {
      Details.of(question.detail()).check(detail);
    } catch (RuntimeException e) {
      error(
          line,
          question.detail().column(),
          "'%s': %s".formatted(Mistake.brief(detail), e.getMessage()),
          "Correct the cell.");
    }
    return detail;
  }

  void checkWords(int line, String column, WordCondition condition) {
    known
        .wordsOf(condition.column())
        .ifPresent(
            words ->
                condition
                    .words()
                    .filter(word -> !words.contains(word))
                    .limit(MOST_TOLD)
                    .forEach(word -> unknown(line, column, word, words)));
  }

  private void unknown(int line, String column, String word, Set<String> words) {
    error(
        line,
        column,
        "unknown word '%s'%s".formatted(Mistake.brief(word), Nearest.hint(word, words)),
        column.endsWith(Facts.MENTIONS)
            ? "Use a name from rules/vocabulary, or add it there."
            : "Known: " + String.join(", ", words) + ".");
  }

  void error(int line, @Nullable String column, String what, String remedy) {
    findings.error(file, line, column, what, remedy);
  }
}
