package org.redress.decision.drl;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import org.redress.decision.rule.Condition;

/** Takes from a parsed rule what is accepted, and refuses the rule for anything else. */
class RuleWalk {

  private static final String FROM = "date-effective";
  private static final String UNTIL = "date-expires";
  private static final Set<String> ATTRIBUTES = Set.of(FROM, UNTIL);
  private static final int MOST_COMPARISONS = 50;

  private final RuleDescr rule;
  private final Function<Comparison, Condition> meaning;

  RuleWalk(RuleDescr rule, Function<Comparison, Condition> meaning) {
    this.rule = rule;
    this.meaning = meaning;
  }

  Formula read() {
    for (var attribute : rule.getAttributes().keySet()) {
      allow(ATTRIBUTES.contains(attribute), "the attribute '%s'".formatted(attribute));
    }
    allow(!rule.isQuery(), "a query");
    allow(!rule.hasParent(), "'extends'");
    allow(rule.getUnit() == null, "a unit");
    allow(rule.getAnnotations().isEmpty(), "an annotation");
    allow(rule.getNamedConsequences().isEmpty(), "a second then-part");
    return new Formula(
        rule.getName(), rule.getLine(), conditions(), said(), date(FROM), date(UNTIL));
  }

  private void allow(boolean good, String what) {
    if (!good) {
      throw Refusal.notAllowed(rule.getLine(), what);
    }
  }

  private List<Condition> conditions() {
    var descriptions = rule.getLhs().getDescrs();
    allow(descriptions.size() == 1, "anything but one Complaint( … ) after 'when'");
    if (!(descriptions.get(0) instanceof PatternDescr pattern)) {
      throw Refusal.notAllowed(rule.getLine(), "anything but Complaint( … ) after 'when'");
    }
    allow("Complaint".equals(pattern.getObjectType()), "'%s'".formatted(pattern.getObjectType()));
    allow(pattern.getIdentifier() == null, "a name for the complaint");
    allow(pattern.getSource() == null, "'from'");
    allow(pattern.getBehaviors().isEmpty(), "a window");
    allow(pattern.getAnnotations().isEmpty(), "an annotation");
    allow(!pattern.isQuery() && !pattern.isUnification(), "a query");
    var conditions = new ArrayList<Condition>();
    int comparisons = 0;
    for (var constraint : pattern.getDescrs()) {
      var parser = parser(constraint);
      conditions.add(parser.read());
      comparisons += parser.comparisons();
    }
    if (comparisons > MOST_COMPARISONS) {
      throw new Refusal(
          rule.getLine(),
          "this rule has %d comparisons, more than %d".formatted(comparisons, MOST_COMPARISONS),
          "Group words in the vocabulary, or write several rules.");
    }
    return List.copyOf(conditions);
  }

  private FormulaParser parser(BaseDescr constraint) {
    if (constraint instanceof ExprConstraintDescr expression
        && expression.getType() == ExprConstraintDescr.Type.NAMED) {
      return new FormulaParser(expression.getExpression(), expression.getLine(), meaning);
    }
    throw Refusal.notAllowed(constraint.getLine(), "a value without its field");
  }

  /** The then-part: {@code propose( "…", "…" );} and nothing else. */
  private List<String> said() {
    var tokens = Token.of(String.valueOf(rule.getConsequence()), rule.getConsequenceLine());
    var said = new ArrayList<String>();
    int next = 0;
    expect(tokens.get(next++), "propose");
    expect(tokens.get(next++), "(");
    while (tokens.get(next).kind() == Token.Kind.TEXT) {
      said.add(tokens.get(next++).text());
      if (!tokens.get(next).is(",")) {
        break;
      }
      next++;
    }
    expect(tokens.get(next++), ")");
    next += tokens.get(next).is(";") ? 1 : 0;
    if (tokens.get(next).kind() != Token.Kind.END) {
      throw wrongProposal(tokens.get(next));
    }
    return List.copyOf(said);
  }

  private static void expect(Token token, String sign) {
    if (!token.is(sign)) {
      throw wrongProposal(token);
    }
  }

  private static Refusal wrongProposal(Token token) {
    return new Refusal(
        token.line(),
        "'%s' cannot stand here: after 'then' comes one propose( … ) of texts in double quotes"
            .formatted(token.text()),
        Refusal.FORM);
  }

  private @Nullable LocalDate date(String name) {
    AttributeDescr attribute = rule.getAttributes().get(name);
    if (attribute == null) {
      return null;
    }
    try {
      return LocalDate.parse(attribute.getValue().replace("\"", ""));
    } catch (DateTimeParseException e) {
      throw new Refusal(
          rule.getLine(),
          "'%s' of %s is not a date".formatted(attribute.getValue(), name),
          "Write it like \"2026-11-30\".");
    }
  }
}
