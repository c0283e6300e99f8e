package org.redress.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.text.Text;

/**
 * One rule's answer to a question, with its reason.
 *
 * @param detail the value of the question's extra column, for instance an amount
 * @param file the table, below the rule book's folder
 * @param row its line in the table, from 1
 * @param phrases the phrases of the text that woke it
 * @param conditions each condition of the rule with what the complaint showed
 */
public record Proposal(
    String answer,
    @Nullable String detail,
    String rule,
    String file,
    int row,
    Text because,
    List<String> phrases,
    List<Matched> conditions) {

  /**
   * A condition that held.
   *
   * @param column for instance {@code tier}
   * @param wanted the table's cell
   * @param seen what the complaint showed
   */
  public record Matched(String column, String wanted, String seen) {}

  /** What somebody heard from the customer: no rule's proposal, so {@code rule} names who. */
  static Proposal heard(String answer, String by) {
    var because = new Text("Heard from the customer.", "听客户亲口所说。");
    return new Proposal(answer, null, by, "", 0, because, List.of(), List.of());
  }

  /** Whether a person says so and not a rule. */
  public boolean wasHeard() {
    return file.isEmpty();
  }
}
