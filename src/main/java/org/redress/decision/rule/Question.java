package org.redress.decision.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.text.Text;

/**
 * One thing the rules decide, as {@code rules/questions.yml} states it.
 *
 * @param answers the allowed answers, for {@link Policy#HIGHEST} from highest to lowest
 * @param defaults what holds when no rule answers
 * @param detail the extra value that answers carry, for instance an amount
 */
public record Question(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) Text asks,
    @JsonProperty(required = true) Policy policy,
    @Nullable Detail detail,
    @JsonProperty(value = "default", required = true)
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> defaults,
    @JsonProperty(required = true) LinkedHashMap<String, Answer> answers) {

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

  /**
   * An allowed answer.
   *
   * @param after for deadlines: the care step whose end starts the clock; none means the ticket's
   *     opening
   * @param pauses for deadlines: whether the clock stands still while we wait for the customer
   */
  public record Answer(
      @JsonProperty(required = true) String en,
      @JsonProperty(required = true) String zh,
      @Nullable String after,
      boolean pauses) {

    /** The answer's label. */
    public Text label() {
      return new Text(en, zh);
    }
  }

  /** The extra column of a question's tables and which value is kept when an answer repeats. */
  public record Detail(
      @JsonProperty(required = true) String column,
      @JsonProperty(required = true) Type type,
      @JsonProperty(required = true) Keep keep) {

    /** What the column holds. */
    public enum Type {
      @JsonProperty("money")
      MONEY,
      @JsonProperty("duration")
      DURATION
    }

    /** Which of several values for one answer stays. */
    public enum Keep {
      @JsonProperty("highest")
      HIGHEST,
      @JsonProperty("shortest")
      SHORTEST
    }
  }

  /** How high an answer stands: 0 is the first listed. */
  public int rank(String answer) {
    return new ArrayList<>(answers.keySet()).indexOf(answer);
  }
}
