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
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.FormulaCondition;
import org.redress.decision.rule.NumberCondition;
import org.redress.decision.rule.NumberFact;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Rule;
import org.redress.decision.rule.TimeCondition;
import org.redress.decision.rule.WordCondition;
import org.redress.text.Nearest;
import org.redress.text.Text;

/** Reads the rules of a {@code .drl} file, for what no row can say. */
class FormulaFile {

  private static final Text LIKE = new Text("Write it like %s.", "请写成 %s 这样。");
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
    formulas.refusals().forEach(r -> findings.error(file, r.line(), null, r.what(), r.remedy()));
    if (formulas.rules().isEmpty() && formulas.refusals().isEmpty()) {
      findings.warning(
          file,
          1,
          null,
          new Text("no rules", "没有任何规则"),
          new Text("Add a rule or remove the file.", "请添加一条规则，或删除此文件。"));
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
          new Text("propose has %d texts", "propose 有 %d 段文字").formatted(said.size()),
          new Text(
                  "Write propose( answer, %sbecause, because_zh ).",
                  "请写 propose( answer, %sbecause, because_zh )。")
              .formatted(detail));
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
      throw new Refusal(comparison.line(), mistake.what(), mistake.remedy());
    }
  }

  private static Condition number(NumberFact fact, Comparison comparison) {
    var operator = comparison.operator();
    var literal = comparison.literal();
    if (comparison.isText() || operator.endsWith("contains")) {
      throw refused(
          comparison, new Text("is a number", "是数字"), LIKE.formatted(fact.field() + " >= 3"));
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
      throw refused(
          comparison, new Text("is a time", "是时间"), LIKE.formatted("timeOfDay >= \"18:00\""));
    }
    return TimeCondition.parse(comparison.operator() + comparison.literal());
  }

  private Condition word(Comparison comparison) {
    var column = comparison.field();
    var fields = known.fields(question);
    if (!fields.contains(column)) {
      throw new Refusal(
          comparison.line(),
          new Text("unknown field '%s'%s", "未知的字段“%s”%s")
              .formatted(column, Nearest.hint(column, fields)),
          new Text("Known fields: %s.", "可用的字段：%s。").formatted(String.join(", ", fields)));
    }
    var many = known.hasManyValues(column);
    var operators = many ? List.of("contains", "not contains") : List.of("==", "!=");
    if (!comparison.isText() || !operators.contains(comparison.operator())) {
      throw refused(
          comparison,
          many ? new Text("may have several values", "可以有几个值") : new Text("has one value", "只有一个值"),
          LIKE.formatted(column + " " + operators.get(0) + " \"word\""));
    }
    var no = operators.indexOf(comparison.operator()) == 1 ? "!" : "";
    if (column.equals(Facts.TEXT)) {
      return WordCondition.parse(column, no + "\"" + comparison.literal() + "\"");
    }
    if (!comparison.literal().matches(WordCondition.WORD)) {
      throw refused(
          comparison,
          new Text("is one plain word", "是单个的词"),
          new Text("Write a comparison for each word.", "请为每个词写一个比较。"));
    }
    return WordCondition.parse(column, no + comparison.literal());
  }

  private static Refusal refused(Comparison comparison, Text what, Text remedy) {
    return new Refusal(
        comparison.line(),
        new Text("%s %s, so '%s %s' cannot be read", "%s %s，因此无法读懂“%s %s”")
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
