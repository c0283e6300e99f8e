package org.redress.decision.file;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.decision.finding.Findings;
import org.redress.decision.rule.Condition.Mistake;
import org.redress.decision.rule.Details;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.WordCondition;
import org.redress.text.Nearest;
import org.redress.text.Text;

/** Checks what every rule of a question has, in whatever kind of file it stands. */
class RuleParts {

  /** Unknown words of one cell; whoever mends these sees the others. */
  private static final int MOST_TOLD = 5;

  private static final Text NO_MODEL =
      new Text(
          "Put a model into rules/models, or leave the cell empty.",
          "请把模型放入 rules/models，或清空此单元格。");

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
      error(
          line, column, new Text("this cell is empty", "此单元格是空的"), new Text("Fill it in.", "请填写。"));
    }
  }

  void checkAnswer(int line, String answer) {
    var allowed = question.answers().keySet();
    if (!answer.isEmpty() && !allowed.contains(answer)) {
      error(
          line,
          "answer",
          new Text("'%s' is no answer to %s%s", "“%s”不是 %s 的答案%s")
              .formatted(Mistake.brief(answer), question.name(), Nearest.hint(answer, allowed)),
          new Text("Answers: %s.", "可用的答案：%s。").formatted(String.join(", ", allowed)));
    }
  }

  /** The detail, or none where the question has none or it is empty. */
  @Nullable String detail(int line, String detail) {
    if (question.detail() == null || detail.isEmpty()) {
      return null;
    }
    var details = Details.of(question.detail());
    try {
      details.check(detail);
    } catch (RuntimeException e) {
      error(
          line,
          question.detail().column(),
          new Text("'%s' does not fit this column", "“%s”不适合此列").formatted(Mistake.brief(detail)),
          new Text("Write %s.", "请写%s。").formatted(details.form()));
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
        new Text("unknown word '%s'%s", "未知的词“%s”%s")
            .formatted(Mistake.brief(word), Nearest.hint(word, words)),
        column.endsWith(Facts.MENTIONS)
            ? new Text(
                "Use a name from rules/vocabulary, or add it there.",
                "请用 rules/vocabulary 里的名称，或在那里添加。")
            : words.isEmpty()
                ? NO_MODEL
                : new Text("Known: %s.", "可用的词：%s。").formatted(String.join(", ", words)));
  }

  void error(int line, @Nullable String column, Text what, Text remedy) {
    findings.error(file, line, column, what, remedy);
  }
}
