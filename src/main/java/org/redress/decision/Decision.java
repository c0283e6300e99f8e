package org.redress.decision;

import java.util.List;
import java.util.Map;
import org.redress.decision.rule.Found;

/**
 * The answers to all questions for one complaint, with everything that led to them.
 *
 * @param ruleBook version of the rule book that decided
 * @param circumstances what the rules were shown beside the text
 * @param answers in the order the questions were asked
 * @param mentions the phrases found in the text, by vocabulary word
 * @param understood what the models took the text for, with their versions
 */
public record Decision(
    String ruleBook,
    Circumstances circumstances,
    List<Answer> answers,
    Map<String, List<String>> mentions,
    List<Found.Understood> understood) {

  /** Decisions on record from before there were models say nothing of them. */
  public Decision {
    understood = understood == null ? List.of() : understood;
  }

  /** What was found in the text. */
  public Found found() {
    return new Found(mentions, understood);
  }

  /** The answer to a question; one without values when the book does not ask it. */
  public Answer answer(String question) {
    return answers.stream()
        .filter(answer -> answer.question().equals(question))
        .findFirst()
        .orElseGet(() -> new Answer(question, List.of(), List.of(), List.of(), false));
  }

  /** The single answer to a question, or an empty text. */
  public String the(String question) {
    var values = answer(question).values();
    return values.isEmpty() ? "" : values.get(0);
  }

  /** Whether a question got clashing proposals, so that a person must look. */
  public boolean needsPerson() {
    return answers.stream().anyMatch(Answer::clash);
  }
}
