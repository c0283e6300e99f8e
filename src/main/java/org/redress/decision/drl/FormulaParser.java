package org.redress.decision.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.FormulaCondition;
import org.redress.decision.rule.FormulaCondition.Join;

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
      throw unexpected("only && and || may join comparisons");
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
        throw unexpected("after ! comes a formula in brackets");
      }
      return new FormulaCondition(Join.NOT, List.of(one()));
    }
    if (!taken("(")) {
      return comparison();
    }
    if (++depth > DEEPEST) {
      throw new Refusal(
          here().line(),
          "more than %d brackets are inside each other".formatted(DEEPEST),
          "Write several rules instead.");
    }
    var inside = anyOf();
    depth--;
    if (!taken(")")) {
      throw unexpected("a bracket is not closed");
    }
    return inside;
  }

  private Condition comparison() {
    comparisons++;
    var field = take(Token.Kind.NAME, "a comparison begins with a field");
    var operator = operator();
    var literal = here();
    if (literal.kind() != Token.Kind.NUMBER && literal.kind() != Token.Kind.TEXT) {
      throw unexpected("a field is compared with a number or a text in double quotes");
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
    throw unexpected("after a field comes == != < <= > >= contains or not contains");
  }

  private Token take(Token.Kind kind, String otherwise) {
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

  private Refusal unexpected(String why) {
    return new Refusal(
        here().line(), "'%s' cannot stand here: %s".formatted(here().text(), why), Refusal.FORM);
  }
}
