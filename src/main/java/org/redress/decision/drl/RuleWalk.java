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
import org.redress.text.Text;

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
      allow(
          ATTRIBUTES.contains(attribute),
          new Text("the attribute '%s'", "属性“%s”").formatted(attribute));
    }
    allow(!rule.isQuery(), new Text("a query", "查询（query）"));
    allow(!rule.hasParent(), Token.quoted("extends"));
    allow(rule.getUnit() == null, new Text("a unit", "单元（unit）"));
    allow(rule.getAnnotations().isEmpty(), new Text("an annotation", "注解"));
    allow(rule.getNamedConsequences().isEmpty(), new Text("a second then-part", "第二个 then 部分"));
    return new Formula(
        rule.getName(), rule.getLine(), conditions(), said(), date(FROM), date(UNTIL));
  }

  private void allow(boolean good, Text what) {
    if (!good) {
      throw Refusal.notAllowed(rule.getLine(), what);
    }
  }

  private List<Condition> conditions() {
    var descriptions = rule.getLhs().getDescrs();
    allow(
        descriptions.size() == 1,
        new Text(
            "anything but one Complaint( … ) after 'when'", "“when”之后出现一个 Complaint( … ) 以外的内容"));
    if (!(descriptions.get(0) instanceof PatternDescr pattern)) {
      throw Refusal.notAllowed(
          rule.getLine(),
          new Text("anything but Complaint( … ) after 'when'", "“when”之后出现 Complaint( … ) 以外的内容"));
    }
    allow("Complaint".equals(pattern.getObjectType()), Token.quoted(pattern.getObjectType()));
    allow(pattern.getIdentifier() == null, new Text("a name for the complaint", "给投诉起名"));
    allow(pattern.getSource() == null, Token.quoted("from"));
    allow(pattern.getBehaviors().isEmpty(), new Text("a window", "窗口（window）"));
    allow(pattern.getAnnotations().isEmpty(), new Text("an annotation", "注解"));
    allow(!pattern.isQuery() && !pattern.isUnification(), new Text("a query", "查询（query）"));
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
          new Text("this rule has %d comparisons, more than %d", "此规则有 %d 个比较，超过了 %d 个")
              .formatted(comparisons, MOST_COMPARISONS),
          new Text(
              "Group words in the vocabulary, or write several rules.", "请在词表里把词归为一组，或写成几条规则。"));
    }
    return List.copyOf(conditions);
  }

  private FormulaParser parser(BaseDescr constraint) {
    if (constraint instanceof ExprConstraintDescr expression
        && expression.getType() == ExprConstraintDescr.Type.NAMED) {
      return new FormulaParser(expression.getExpression(), expression.getLine(), meaning);
    }
    throw Refusal.notAllowed(constraint.getLine(), new Text("a value without its field", "没有字段的值"));
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
        new Text(
                "%s cannot stand here: after 'then' comes one propose( … ) of texts in double quotes",
                "%s不能放在这里：“then”之后要有一个 propose( … )，里面是双引号里的文字")
            .formatted(token.shown()),
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
          new Text("'%s' of %s is not a date", "“%s”（%s）不是日期")
              .formatted(attribute.getValue(), name),
          new Text("Write it like \"2026-11-30\".", "请写成 \"2026-11-30\" 这样。"));
    }
  }
}
