package org.redress.decision.rulebook;

import org.redress.decision.rule.Question;

/** More rules of a question hold at once than are asked for; none of them was told. */
public class TooManyRulesSpeak extends RuntimeException {

  private final String question;

  TooManyRulesSpeak(Question question, int limit) {
    super(
        "more than %d rules of the question '%s' hold for this complaint. Make them more particular"
            .formatted(limit, question.name()));
    this.question = question.name();
  }

  /** The question whose rules they are. */
  public String question() {
    return question;
  }
}
