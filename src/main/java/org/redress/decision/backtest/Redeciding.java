package org.redress.decision.backtest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redress.decision.Asking;
import org.redress.decision.Case;
import org.redress.decision.Decision;
import org.redress.decision.rule.Question;
import org.redress.decision.rulebook.RuleBook;

/**
 * Decides complaints by two rule books. The second book is only asked what may come out
 * differently: a question whose rules are the same gets the same answer as long as everything
 * before it did.
 */
public final class Redeciding {

  private final RuleBook before;
  private final RuleBook after;
  private final boolean findsTheSame;
  private final Set<String> unchanged = new HashSet<>();

  /** Compares what {@code before} decides with what {@code after} would. */
  public Redeciding(RuleBook before, RuleBook after) {
    this.before = before;
    this.after = after;
    this.findsTheSame = before.findsTheSameAs(after);
    if (names(before).equals(names(after))) {
      after.questions().stream()
          .filter(this::isUnchanged)
          .map(Question::name)
          .forEach(unchanged::add);
    }
  }

  private static List<String> names(RuleBook book) {
    return book.questions().stream().map(Question::name).toList();
  }

  private boolean isUnchanged(Question question) {
    return before.question(question.name()).filter(question::equals).isPresent()
        && before.rulesOf(question).equals(after.rulesOf(question));
  }

  /** The second book. */
  public RuleBook after() {
    return after;
  }

  /** A complaint decided by both books. */
  public record Both(Decision before, Decision after) {}

  /**
   * Decides one complaint by both.
   *
   * @param recorded the decision on record, used where the first book made it
   */
  public Both decide(Past past) {
    var complaint = new Case(past.text(), past.recorded().circumstances());
    var first =
        past.recorded().ruleBook().equals(before.version())
            ? past.recorded()
            : Asking.decide(before, complaint);
    return both(complaint, first);
  }

  /** Decides one complaint that is not on record by both. */
  public Both decide(Case complaint) {
    return both(complaint, Asking.decide(before, complaint));
  }

  private Both both(Case complaint, Decision first) {
    var found = findsTheSame ? first.found() : after.found(complaint.text());
    return new Both(first, Asking.again(after, complaint, found, first, unchanged));
  }
}
