package org.redress.decision.explain;

import java.util.List;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.Rule;

/**
 * How one rule fared on one complaint.
 *
 * @param inSeason whether the complaint came between the rule's first and last day
 * @param conditions each condition with what the complaint showed
 */
public record RuleTest(Rule rule, boolean inSeason, List<Tested> conditions) {

  /** A condition, held against the complaint. */
  public record Tested(String column, String wanted, String seen, boolean holds) {}

  static RuleTest of(Rule rule, Facts facts) {
    var conditions =
        rule.conditions().stream()
            .map(c -> new Tested(c.column(), c.cell(), c.seen(facts), c.holds(facts)))
            .toList();
    return new RuleTest(rule, rule.inSeason(facts), conditions);
  }

  /** Whether the rule speaks. */
  public boolean speaks() {
    return failed() == 0;
  }

  /** Whether the rule is bound to days. */
  public boolean isDated() {
    return rule.from() != null || rule.until() != null;
  }

  /** How many conditions do not hold; the days count as one. */
  public long failed() {
    return conditions.stream().filter(condition -> !condition.holds()).count() + (inSeason ? 0 : 1);
  }

  /** How many conditions hold. */
  long held() {
    return conditions.stream().filter(Tested::holds).count();
  }
}
