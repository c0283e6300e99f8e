package org.redress.decision;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.decision.rule.NumberFact;

/**
 * What the rules are shown of a complaint beside its text. Kept with the decision, so that it can
 * be made again later under the same or another rule book.
 *
 * @param received in the site's time zone
 * @param tier none when the customer is not known
 * @param numbers what was known of the customer in figures
 * @param heard what somebody found out from the customer; it goes before what the rules read
 */
public record Circumstances(
    String channel,
    String language,
    LocalDateTime received,
    @Nullable String tier,
    Map<NumberFact, Double> numbers,
    @Nullable Heard heard) {

  /** Circumstances in which nobody spoke with the customer. */
  public Circumstances(
      String channel,
      String language,
      LocalDateTime received,
      @Nullable String tier,
      Map<NumberFact, Double> numbers) {
    this(channel, language, received, tier, numbers, null);
  }

  /**
   * Answers that somebody heard from the customer.
   *
   * @param by the name of who listened
   * @param answers by question; what the rule book does not know is passed over
   */
  public record Heard(String by, Map<String, List<String>> answers) {}

  /** What was heard about a question; empty when the rules are to find it out. */
  List<String> heard(String question) {
    return heard == null ? List.of() : heard.answers().getOrDefault(question, List.of());
  }
}
