package org.redress.decision.rulebook;

import java.util.Set;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.NumberFact;

/**
 * One word about a complaint, as the engine sees it. Rules pick it up by its {@code fact}, which
 * the engine finds by hashing, and test everything else on it; so a decision touches only the rules
 * whose first word really occurs, however many rules there are.
 *
 * <p>Public, with getters, because compiled rules read it.
 */
public final class Sign {

  /** The sign every complaint shows, for rules that name no word. */
  static final String ANY = "any";

  private final String fact;
  private final Facts facts;

  Sign(String fact, Facts facts) {
    this.fact = fact;
    this.facts = facts;
  }

  public String getFact() {
    return fact;
  }

  public Set<String> getFacts() {
    return facts.words();
  }

  public double getTenureMonths() {
    return facts.number(NumberFact.TENURE_MONTHS);
  }

  public double getValue() {
    return facts.number(NumberFact.VALUE);
  }

  public double getSameFaultInAnHour() {
    return facts.number(NumberFact.SAME_FAULT);
  }

  public double getComplaintsIn90Days() {
    return facts.number(NumberFact.COMPLAINTS_IN_90_DAYS);
  }

  public double getCompensationsInAYear() {
    return facts.number(NumberFact.COMPENSATIONS_IN_A_YEAR);
  }

  public double getMoneyGivenInAYear() {
    return facts.number(NumberFact.MONEY_GIVEN_IN_A_YEAR);
  }

  public double getChurnRisk() {
    return facts.number(NumberFact.CHURN_RISK);
  }

  public double getLastSatisfaction() {
    return facts.number(NumberFact.LAST_SATISFACTION);
  }

  public double getDaysSinceSolved() {
    return facts.number(NumberFact.DAYS_SINCE_SOLVED);
  }

  public double getAmount() {
    return facts.number(NumberFact.AMOUNT);
  }

  public double getDaysSinceNamedDate() {
    return facts.number(NumberFact.DAYS_SINCE_NAMED_DATE);
  }

  public int getMinute() {
    return facts.minute();
  }

  public int getDay() {
    return facts.day();
  }
}
