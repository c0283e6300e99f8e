package org.redress.decision.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.text.Text;

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

  private static final String NUMBER = "(\\d{1,12}(?:\\.\\d{1,6})?)";
  private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<|=)?\\s*+" + NUMBER);
  private static final Pattern RANGE = Pattern.compile(NUMBER + "\\s*+\\.\\.\\s*+" + NUMBER);

  /**
   * Reads a cell.
   *
   * @throws Condition.Mistake when it cannot be read
   */
  public static NumberCondition parse(NumberFact fact, String cell) {
    var range = RANGE.matcher(cell);
    if (range.matches()) {
      var low = Double.parseDouble(range.group(1));
      var high = Double.parseDouble(range.group(2));
      if (low > high) {
        throw new Mistake(
            new Text("the range '%s' is empty", "范围“%s”是空的").formatted(cell),
            new Text("Write the smaller number first.", "请把较小的数写在前面。"));
      }
      return new NumberCondition(cell, fact, low, false, high, false);
    }
    var comparison = COMPARISON.matcher(cell);
    if (!comparison.matches()) {
      throw new Mistake(
          new Text("'%s' is not a number", "“%s”不是数字").formatted(Mistake.brief(cell)),
          new Text("Write a number, >=3, <10 or a range 2..5.", "请写数字、>=3、<10 或范围 2..5。"));
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

  @Override
  public boolean holds(Facts facts) {
    var number = facts.number(fact);
    return (lowOpen ? number > low : number >= low)
        && (high == null || (highOpen ? number < high : number <= high));
  }

  @Override
  public List<String> constraints() {
    var constraints = new ArrayList<String>();
    constraints.add(fact.field() + (lowOpen ? " > " : " >= ") + literal(low));
    if (high != null) {
      constraints.add(fact.field() + (highOpen ? " < " : " <= ") + literal(high));
    }
    return constraints;
  }

  /** Always with a point, so that no number is taken for a whole one of limited size. */
  private static String literal(double number) {
    var plain = BigDecimal.valueOf(number).toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
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
