package org.redress.decision.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.FormulaCondition;
import org.redress.decision.rule.FormulaCondition.Join;
import org.redress.text.Text;

/** Reads one constraint: comparisons joined by {@code && || ! ( )}. */
class FormulaParser {

  private static final Set<String> OPERATORS = Set.of("==", "!=", "<", "<=", ">", ">=");
  private static final int DEEPEST = 10;

  private final List<Token> tokens;
  private final Function<Comparison, Condition> meaning;
  private int next;
  private int depth;
  private int comparisons;

  FormulaParser(String constraint, int line, Function<Comparison, Condition> meaning) {
    this.tokens = Token.of(constraint, line);
    this.meaning = meaning;
  }

  Condition read() {
    var condition = anyOf();
    if (here().kind() != Token.Kind.END) {
      throw unexpected(new Text("only && and || may join comparisons", "比较之间只能用 && 和 || 连接"));
    }
    return condition;
  }

  /** How many comparisons it has. */
  int comparisons() {
    return comparisons;
  }

  private Condition anyOf() {
    var parts = new ArrayList<Condition>(List.of(allOf()));
    while (taken("||")) {
      parts.add(allOf());
    }
    return joined(Join.ANY, parts);
  }

  private Condition allOf() {
    var parts = new ArrayList<Condition>(List.of(one()));
    while (taken("&&")) {
      parts.add(one());
    }
    return joined(Join.ALL, parts);
  }

  private static Condition joined(Join join, List<Condition> parts) {
    return parts.size() == 1 ? parts.get(0) : new FormulaCondition(join, List.copyOf(parts));
  }

  private Condition one() {
    if (taken("!")) {
      if (!here().is("(")) {
        throw unexpected(new Text("after ! comes a formula in brackets", "! 后面要有括号里的公式"));
      }
      return new FormulaCondition(Join.NOT, List.of(one()));
    }
    if (!taken("(")) {
      return comparison();
    }
    if (++depth > DEEPEST) {
      throw new Refusal(
          here().line(),
          new Text("more than %d brackets are inside each other", "括号嵌套超过了 %d 层")
              .formatted(DEEPEST),
          new Text("Write several rules instead.", "请改写成几条规则。"));
    }
    var inside = anyOf();
    depth--;
    if (!taken(")")) {
      throw unexpected(new Text("a bracket is not closed", "有括号没有结束"));
    }
    return inside;
  }

  private Condition comparison() {
    comparisons++;
    var field = take(Token.Kind.NAME, new Text("a comparison begins with a field", "比较要以字段开头"));
    var operator = operator();
    var literal = here();
    if (literal.kind() != Token.Kind.NUMBER && literal.kind() != Token.Kind.TEXT) {
      throw unexpected(
          new Text(
              "a field is compared with a number or a text in double quotes", "字段要与数字或双引号里的文字比较"));
    }
    next++;
    return meaning.apply(
        new Comparison(
            field.line(),
            field.text(),
            operator,
            literal.text(),
            literal.kind() == Token.Kind.TEXT));
  }

  private String operator() {
    var operator = here().text();
    if (here().kind() == Token.Kind.SIGN && OPERATORS.contains(operator) || taken("contains")) {
      next += operator.equals("contains") ? 0 : 1;
      return operator;
    }
    if (taken("not") && taken("contains")) {
      return "not contains";
    }
    throw unexpected(
        new Text(
            "after a field comes == != < <= > >= contains or not contains",
            "字段后面要有 == != < <= > >= contains 或 not contains"));
  }

  private Token take(Token.Kind kind, Text otherwise) {
    if (here().kind() != kind) {
      throw unexpected(otherwise);
    }
    return tokens.get(next++);
  }

  private boolean taken(String sign) {
    var found = here().is(sign);
    next += found ? 1 : 0;
    return found;
  }

  private Token here() {
    return tokens.get(next);
  }

  private Refusal unexpected(Text why) {
    return new Refusal(
        here().line(),
        new Text("%s cannot stand here: %s", "%s不能放在这里：%s").formatted(here().shown(), why),
        Refusal.FORM);
  }
}
