package org.redress.decision.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.decision.drl.Comparison;
import org.redress.decision.drl.Formula;
import org.redress.decision.drl.Formulas;
import org.redress.decision.drl.Refusal;
import org.redress.decision.finding.Findings;
import org.redress.decision.finding.Nearest;
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.FormulaCondition;
import org.redress.decision.rule.NumberCondition;
import org.redress.decision.rule.NumberFact;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Rule;
import org.redress.decision.rule.Text;
import org.redress.decision.rule.TimeCondition;
import org.redress.decision.rule.WordCondition;

/** Reads the rules of a {@code .drl} file, for what no row can say. */
class FormulaFile {

  private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");

  private final String file;
  private final Question question;
  private final Known known;
  private final Findings findings;
  private final RuleParts parts;

  FormulaFile(String file, Question question, Known known, Findings findings) {
    this.file = file;
    this.question = question;
    this.known = known;
    this.findings = findings;
    this.parts = new RuleParts(file, question, known, findings);
  }

  List<Rule> read(byte[] bytes) {
    var formulas = Formulas.read(bytes, this::condition);
    formulas
        .refusals()
        .forEach(r -> findings.error(file, r.line(), null, r.getMessage(), r.remedy()));
    if (formulas.rules().isEmpty() && formulas.refusals().isEmpty()) {
      findings.warning(file, 1, null, "no rules", "Add a rule or remove the file.");
    }
    var rules = new ArrayList<Rule>();
    for (var formula : formulas.rules()) {
      var before = findings.all().size();
      var rule = rule(formula);
      if (rule != null && findings.all().size() == before) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private @Nullable Rule rule(Formula formula) {
    var line = formula.line();
    var said = formula.said();
    var withDetail = question.detail() != null && said.size() == 4;
    if (said.size() != 3 && !withDetail) {
      var detail = question.detail() == null ? "" : question.detail().column() + ", ";
      parts.error(
          line,
          null,
          "propose has %d texts".formatted(said.size()),
          "Write propose( answer, %sbecause, because_zh ).".formatted(detail));
      return null;
    }
    var because = new Text(said.get(said.size() - 2), said.get(said.size() - 1));
    parts.mustBeThere(line, "name", formula.name());
    parts.mustBeThere(line, "answer", said.get(0));
    parts.mustBeThere(line, "because", because.en());
    parts.mustBeThere(line, "because_zh", because.zh());
    parts.checkAnswer(line, said.get(0));
    formula.conditions().stream()
        .flatMap(Condition::wordTests)
        .forEach(words -> parts.checkWords(line, words.column(), words));
    return new Rule(
        question.name(),
        formula.name(),
        file,
        line,
        formula.conditions(),
        said.get(0),
        parts.detail(line, withDetail ? said.get(1) : ""),
        because,
        formula.from(),
        formula.until());
  }

  private Condition condition(Comparison comparison) {
    try {
      var number = NumberFact.ofField(comparison.field());
      if (number.isPresent()) {
        return number(number.get(), comparison);
      }
      return comparison.field().equals(TimeCondition.FIELD) ? time(comparison) : word(comparison);
    } catch (Condition.Mistake mistake) {
      throw new Refusal(comparison.line(), mistake.getMessage(), mistake.remedy());
    }
  }

  private static Condition number(NumberFact fact, Comparison comparison) {
    var operator = comparison.operator();
    var literal = comparison.literal();
    if (comparison.isText() || operator.endsWith("contains")) {
      throw refused(comparison, "is a number", "Write it like %s >= 3.".formatted(fact.field()));
    }
    if (!operator.equals("!=")) {
      return NumberCondition.parse(fact, operator.equals("==") ? literal : operator + literal);
    }
    // An unknown number satisfies no comparison, so this is not the contrary of ==.
    return new FormulaCondition(
        FormulaCondition.Join.ANY,
        List.of(
            NumberCondition.parse(fact, "<" + literal),
            NumberCondition.parse(fact, ">" + literal)));
  }

  private static Condition time(Comparison comparison) {
    if (!comparison.isText() || !ORDER.contains(comparison.operator())) {
      throw refused(comparison, "is a time", "Write it like timeOfDay >= \"18:00\".");
    }
    return TimeCondition.parse(comparison.operator() + comparison.literal());
  }

  private Condition word(Comparison comparison) {
    var column = comparison.field();
    var fields = known.fields(question);
    if (!fields.contains(column)) {
      throw new Refusal(
          comparison.line(),
          "unknown field '%s'%s".formatted(column, Nearest.hint(column, fields)),
          "Known fields: " + String.join(", ", fields) + ".");
    }
    var many = known.hasManyValues(column);
    var operators = many ? List.of("contains", "not contains") : List.of("==", "!=");
    if (!comparison.isText() || !operators.contains(comparison.operator())) {
      throw refused(
          comparison,
          many ? "may have several values" : "has one value",
          "Write it like %s %s \"word\".".formatted(column, operators.get(0)));
    }
    var no = operators.indexOf(comparison.operator()) == 1 ? "!" : "";
    if (column.equals(Facts.TEXT)) {
      return WordCondition.parse(column, no + "\"" + comparison.literal() + "\"");
    }
    if (!comparison.literal().matches(WordCondition.WORD)) {
      throw refused(comparison, "is one plain word", "Write a comparison for each word.");
    }
    return WordCondition.parse(column, no + comparison.literal());
  }

  private static Refusal refused(Comparison comparison, String what, String remedy) {
    return new Refusal(
        comparison.line(),
        "%s %s, so '%s %s' cannot be read"
            .formatted(
                comparison.field(),
                what,
                comparison.operator(),
                comparison.isText() ? "\"" + brief(comparison) + "\"" : brief(comparison)),
        remedy);
  }

  private static String brief(Comparison comparison) {
    return Condition.Mistake.brief(comparison.literal());
  }
}
