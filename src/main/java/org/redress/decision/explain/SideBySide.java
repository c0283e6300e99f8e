package org.redress.decision.explain;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.redress.decision.Answer;
import org.redress.decision.Decision;
import org.redress.decision.backtest.Change;

/**
 * What two decisions on one complaint answer to one question.
 *
 * @param differs whether the answers or their details differ
 */
public record SideBySide(Answer before, Answer after, boolean differs) {

  public String question() {
    return before.question();
  }

  /** Question by question, those that differ first, else in the order they were asked. */
  public static List<SideBySide> of(Decision before, Decision after) {
    var changed = Change.between(before, after).stream().map(Change::question).toList();
    return Stream.concat(after.answers().stream(), before.answers().stream())
        .map(Answer::question)
        .distinct()
        .map(q -> new SideBySide(before.answer(q), after.answer(q), changed.contains(q)))
        .sorted(Comparator.comparing(side -> !side.differs()))
        .toList();
  }
}
