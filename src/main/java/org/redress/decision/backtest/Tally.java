package org.redress.decision.backtest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.redress.decision.Decision;
import org.redress.decision.backtest.Outcome.Different;
import org.redress.decision.backtest.Outcome.Move;
import org.redress.decision.backtest.Redeciding.Both;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Question.Detail;
import org.redress.decision.rule.Question.Policy;
import org.redress.decision.rulebook.RuleBook;

/** Counts, complaint by complaint, what two rule books decide differently. Not thread-safe. */
public final class Tally {

  private record FromTo(String question, String from, String to) {}

  private final List<String> withMoney;
  private final List<String> withOneAnswer;
  private final Map<String, Integer> byQuestion = new TreeMap<>();
  private final Map<FromTo, Integer> moves =
      new TreeMap<>(
          Comparator.comparing(FromTo::question)
              .thenComparing(FromTo::from)
              .thenComparing(FromTo::to));
  private final Map<String, Integer> byRule = new TreeMap<>();
  private final List<Different> different = new ArrayList<>();
  private int total;
  private int changed;
  private BigDecimal moneyBefore = BigDecimal.ZERO;
  private BigDecimal moneyAfter = BigDecimal.ZERO;

  /** Counts by the questions that {@code book} asks. */
  public Tally(RuleBook book) {
    this.withMoney =
        book.questions().stream().filter(Tally::isAboutMoney).map(Question::name).toList();
    this.withOneAnswer =
        book.questions().stream()
            .filter(question -> question.policy() != Policy.COLLECT)
            .map(Question::name)
            .toList();
  }

  private static boolean isAboutMoney(Question question) {
    return question.detail() != null && question.detail().type() == Detail.Type.MONEY;
  }

  /** Counts one complaint decided by both books. */
  public void add(String id, Both both) {
    total++;
    moneyBefore = moneyBefore.add(money(both.before()));
    moneyAfter = moneyAfter.add(money(both.after()));
    var changes = Change.between(both.before(), both.after());
    if (changes.isEmpty()) {
      return;
    }
    changed++;
    changes.forEach(this::count);
    changes.stream()
        .flatMap(
            change -> Stream.concat(change.rulesBefore().stream(), change.rulesAfter().stream()))
        .distinct()
        .forEach(rule -> byRule.merge(rule, 1, Integer::sum));
    if (different.size() < Outcome.MOST_LISTED) {
      different.add(new Different(id, changes));
    }
  }

  private void count(Change change) {
    byQuestion.merge(change.question(), 1, Integer::sum);
    if (withOneAnswer.contains(change.question())) {
      move(change, String.join(" ", change.before()), String.join(" ", change.after()));
    } else {
      moveEach(change);
    }
  }

  /** Each answer that comes, goes, or gets another detail. */
  private void moveEach(Change change) {
    var gone = new ArrayList<>(change.before());
    gone.removeAll(change.after());
    var come = new ArrayList<>(change.after());
    come.removeAll(change.before());
    for (var old : gone) {
      var fresh = come.stream().filter(c -> answer(c).equals(answer(old))).findFirst().orElse("");
      come.remove(fresh);
      move(change, old, fresh);
    }
    come.forEach(fresh -> move(change, "", fresh));
  }

  /** An answer without its detail. */
  private static String answer(String said) {
    return said.split(" ", 2)[0];
  }

  private void move(Change change, String from, String to) {
    moves.merge(new FromTo(change.question(), from, to), 1, Integer::sum);
  }

  private BigDecimal money(Decision decision) {
    var sum = BigDecimal.ZERO;
    for (var question : withMoney) {
      var answer = decision.answer(question);
      for (var value : answer.values()) {
        var amount = answer.detailOf(value);
        if (amount.isPresent()) {
          sum = sum.add(new BigDecimal(amount.get()));
        }
      }
    }
    return sum;
  }

  /** What was found so far. */
  public Outcome outcome() {
    var byQuestionMoves = new TreeMap<String, List<Move>>();
    moves.forEach(
        (move, count) ->
            byQuestionMoves
                .computeIfAbsent(move.question(), question -> new ArrayList<>())
                .add(new Move(move.from(), move.to(), count)));
    return new Outcome(
        total,
        changed,
        Map.copyOf(byQuestion),
        byQuestionMoves,
        Map.copyOf(byRule),
        moneyBefore,
        moneyAfter,
        List.copyOf(different));
  }
}
