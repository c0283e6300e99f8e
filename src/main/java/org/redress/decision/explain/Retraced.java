package org.redress.decision.explain;

import java.util.Comparator;
import java.util.List;
import org.redress.decision.Answer;
import org.redress.decision.Case;
import org.redress.decision.Decision;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.Rule;

/** A decision on record, gone through again rule by rule. */
public final class Retraced {

  private static final int MOST_NEAR = 5;

  private final Decision decision;
  private final String text;
  private final List<Rule> rules;

  /**
   * Goes through a decision.
   *
   * @param text subject and text together
   * @param rules those of the rule book that decided
   */
  public Retraced(Decision decision, String text, List<Rule> rules) {
    this.decision = decision;
    this.text = text;
    this.rules = rules;
  }

  /** The rules of a question. */
  public List<Rule> rulesOf(String question) {
    return rules.stream().filter(rule -> rule.question().equals(question)).toList();
  }

  /** Each condition of a rule, held against the complaint. */
  public RuleTest test(Rule rule) {
    return RuleTest.of(rule, facts(rule.question()));
  }

  /**
   * Rules of a question that a single condition kept from speaking while others held, those with
   * the most that held first; at most five.
   */
  public List<RuleTest> nearMisses(String question) {
    var facts = facts(question);
    return rulesOf(question).stream()
        .map(rule -> RuleTest.of(rule, facts))
        .filter(test -> test.failed() == 1 && test.held() > 0)
        .sorted(Comparator.comparing(RuleTest::held).reversed())
        .limit(MOST_NEAR)
        .toList();
  }

  /** What the rules of a question were shown: the complaint and the answers before theirs. */
  private Facts facts(String question) {
    var facts = new Case(text, decision.circumstances()).facts(decision.found());
    for (Answer earlier : decision.answers()) {
      if (earlier.question().equals(question)) {
        break;
      }
      facts.add(earlier.question(), earlier.values());
    }
    return facts;
  }
}
