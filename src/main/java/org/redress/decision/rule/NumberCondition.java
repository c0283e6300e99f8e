package org.redress.decision.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A comparison such as {@code >=3}, {@code <10}, {@code 2..5} or {@code 3}. An unknown number
 * satisfies none.
 *
 * @param low the least value that holds, at least 0
 * @param high the greatest value that holds; null means no limit
 */
public record NumberCondition(
    String cell,
    NumberFact fact,
    double low,
    boolean lowOpen,
    @Nullable Double high,
    boolean highOpen)
    implements Condition {

  private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<|=)?\\s*(\\d+(?:\\.\\d+)?)");
  private static final Pattern RANGE =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*\\.\\.\\s*(\\d+(?:\\.\\d+)?)");

  /**
   * Reads a cell.
   *
   * @throws CellMistake when it cannot be read
   */
  public static NumberCondition parse(NumberFact fact, String cell) {
    var range = RANGE.matcher(cell);
    if (range.matches()) {
      var low = Double.parseDouble(range.group(1));
      var high = Double.parseDouble(range.group(2));
      if (low > high) {
        throw new CellMistake(
            "the range '%s' is empty".formatted(cell), "Write the smaller number first.");
      }
      return new NumberCondition(cell, fact, low, false, high, false);
    }
    var comparison = COMPARISON.matcher(cell);
    if (!comparison.matches()) {
      throw new CellMistake(
          "'%s' is not a number".formatted(cell), "Write a number, >=3, <10 or a range 2..5.");
    }
    var number = Double.parseDouble(comparison.group(2));
    var operator = comparison.group(1) == null ? "=" : comparison.group(1);
    return switch (operator) {
      case ">=" -> new NumberCondition(cell, fact, number, false, null, false);
      case ">" -> new NumberCondition(cell, fact, number, true, null, false);
      case "<=" -> new NumberCondition(cell, fact, 0, false, number, false);
      case "<" -> new NumberCondition(cell, fact, 0, false, number, true);
      default -> new NumberCondition(cell, fact, number, false, number, false);
    };
  }

  @Override
  public String column() {
    return fact.column();
  }

  /** The comparisons, for instance {@code value >= 100.0}. */
  public List<String> constraints() {
    var constraints = new ArrayList<String>();
    constraints.add(fact.field() + (lowOpen ? " > " : " >= ") + low);
    if (high != null) {
      constraints.add(fact.field() + (highOpen ? " < " : " <= ") + high);
    }
    return constraints;
  }

  @Override
  public boolean holds(Facts facts) {
    var number = facts.number(fact);
    return (lowOpen ? number > low : number >= low)
        && (high == null || (highOpen ? number < high : number <= high));
  }

  @Override
  public String seen(Facts facts) {
    var number = facts.number(fact);
    if (number < 0) {
      return "?";
    }
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}
