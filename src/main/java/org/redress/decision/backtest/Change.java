package org.redress.decision.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.redress.decision.Answer;
import org.redress.decision.Decision;
import org.redress.decision.Proposal;

/**
 * A question on which two rule books differ.
 *
 * @param before the answers of the first book, each with its detail, for instance {@code refund 50}
 * @param rulesBefore the rules behind answers that only the first book gives
 * @param rulesAfter the rules behind answers that only the second book gives
 */
public record Change(
    String question,
    List<String> before,
    List<String> after,
    List<String> rulesBefore,
    List<String> rulesAfter) {

  /** What differs between two decisions on one complaint. */
  public static List<Change> between(Decision before, Decision after) {
    return Stream.concat(before.answers().stream(), after.answers().stream())
        .map(Answer::question)
        .distinct()
        .filter(question -> !before.answer(question).equals(after.answer(question)))
        .map(question -> between(question, before.answer(question), after.answer(question)))
        .filter(change -> !change.before().equals(change.after()))
        .toList();
  }

  private static Change between(String question, Answer before, Answer after) {
    var said = said(before);
    var nowSaid = said(after);
    return new Change(
        question, said, nowSaid, rules(before, said, nowSaid), rules(after, nowSaid, said));
  }

  private static List<String> said(Answer answer) {
    var said = new ArrayList<>(answer.values().stream().map(v -> said(answer, v)).toList());
    if (answer.clash()) {
      said.add("?");
    }
    return List.copyOf(said);
  }

  private static String said(Answer answer, String value) {
    return answer.detailOf(value).map(detail -> value + " " + detail).orElse(value);
  }

  private static List<String> rules(Answer answer, List<String> said, List<String> others) {
    var proposals = answer.clash() ? answer.lost() : answer.chosen();
    return proposals.stream()
        .filter(p -> answer.clash() || !others.contains(said(answer, p.answer())))
        .map(Proposal::rule)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
