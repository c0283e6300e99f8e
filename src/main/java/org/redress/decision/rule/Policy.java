package org.redress.decision.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How a question picks its answer from the proposals of its rules. */
public enum Policy {
  /** Two different proposals clash: the default is taken and a person is asked. */
  ONLY_ONE("only one"),
  /** The proposed answer that the question lists first. */
  HIGHEST("highest"),
  /**
   * The answer whose rules found the most phrases in the text; equal ones: the one listed first.
   */
  MOST_SUPPORTED("most supported"),
  /** Every proposed answer. */
  COLLECT("collect");

  private final String word;

  Policy(String word) {
    this.word = word;
  }

  /** The policy as written in {@code questions.yml}. */
  @JsonCreator
  public static Policy of(String word) {
    return Arrays.stream(values())
        .filter(policy -> policy.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown policy '%s'; one of %s"
                        .formatted(
                            word,
                            Arrays.stream(values())
                                .map(p -> p.word)
                                .collect(Collectors.joining(", ")))));
  }
}
