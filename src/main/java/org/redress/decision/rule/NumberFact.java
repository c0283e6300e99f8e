package org.redress.decision.rule;

import java.util.Arrays;
import java.util.Optional;

/** The numbers a table may compare, by the name of their column. */
public enum NumberFact {
  /** Whole months since the customer's first purchase. */
  TENURE_MONTHS("tenure months", "tenureMonths"),
  /** What the customer spends in a year, in the site's currency. */
  VALUE("value", "value"),
  /** Earlier complaints of the customer in the last 90 days, this one not counted. */
  COMPLAINTS_IN_90_DAYS("complaints in 90 days", "complaintsIn90Days"),
  /** Offers of worth that were given in the last 365 days, or may still be. */
  COMPENSATIONS_IN_A_YEAR("compensations in a year", "compensationsInAYear"),
  /** The money of these offers, in the site's currency. */
  MONEY_GIVEN_IN_A_YEAR("money given in a year", "moneyGivenInAYear"),
  /** How likely the customer is to leave, from 0 to 100 percent. */
  CHURN_RISK("churn risk", "churnRisk"),
  /** How satisfied the customer was when last asked, from 1 to 5. */
  LAST_SATISFACTION("last satisfaction", "lastSatisfaction"),
  /** Whole days since the ticket was finished that the message answers. */
  DAYS_SINCE_SOLVED("days since solved", "daysSinceSolved"),
  /** How many customers told of the same fault within an hour, this one counted. */
  SAME_FAULT("same fault in an hour", "sameFaultInAnHour"),
  /** The largest amount of money named in the text, whatever its currency. */
  AMOUNT("amount", "amount"),
  /** Whole days since the earliest day the text names that is over. */
  DAYS_SINCE_NAMED_DATE("days since named date", "daysSinceNamedDate");

  private final String column;
  private final String field;

  NumberFact(String column, String field) {
    this.column = column;
    this.field = field;
  }

  public String column() {
    return column;
  }

  /** The name of its property in compiled rules and in formulas. */
  public String field() {
    return field;
  }

  /** The number of this field of a formula, if it is one. */
  public static Optional<NumberFact> ofField(String field) {
    return Arrays.stream(values()).filter(fact -> fact.field.equals(field)).findFirst();
  }

  /** The number of this column, if it is one. */
  public static Optional<NumberFact> ofColumn(String column) {
    return Arrays.stream(values()).filter(fact -> fact.column.equals(column)).findFirst();
  }
}
