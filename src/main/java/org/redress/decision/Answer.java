package org.redress.decision;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was concluded on one question.
 *
 * @param values the answers that hold: one, or any number where the question collects
 * @param chosen the proposals behind them, one or more for each value
 * @param lost proposals that the question's policy did not pick
 * @param clash whether proposals contradicted each other, so that the default holds and a person
 *     must look
 */
public record Answer(
    String question,
    List<String> values,
    List<Proposal> chosen,
    List<Proposal> lost,
    boolean clash) {

  /** Whether the default holds because no rule spoke. */
  public boolean noRuleAnswered() {
    return chosen.isEmpty() && !clash;
  }

  /** The detail that goes with one of the values, for instance its amount. */
  public Optional<String> detailOf(String value) {
    return chosen.stream()
        .filter(proposal -> proposal.answer().equals(value))
        .map(Proposal::detail)
        .filter(Objects::nonNull)
        .findFirst();
  }
}
