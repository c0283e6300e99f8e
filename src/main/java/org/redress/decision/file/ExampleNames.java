package org.redress.decision.file;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.decision.finding.Findings;
import org.redress.decision.rule.Example;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Rule;
import org.redress.text.Nearest;
import org.redress.text.Text;

/** Refuses examples that name a rule, a question or an answer that is not there. */
class ExampleNames {

  private final List<Question> questions;
  private final List<Rule> rules;
  private final List<Example> examples;
  private final Findings findings;

  ExampleNames(
      List<Question> questions, List<Rule> rules, List<Example> examples, Findings findings) {
    this.questions = questions;
    this.rules = rules;
    this.examples = examples;
    this.findings = findings;
  }

  void check() {
    var names = rules.stream().map(Rule::name).collect(Collectors.toSet());
    examples.forEach(example -> check(example, names));
  }

  private void check(Example example, Set<String> names) {
    var rule = example.expect().rule();
    if (!rule.equals(Example.NO_RULE) && !names.contains(rule)) {
      error(
          example,
          "rule",
          new Text("unknown rule '%s'%s", "未知的规则“%s”%s")
              .formatted(rule, Nearest.hint(rule, names)));
    }
    example
        .given()
        .answers
        .keySet()
        .forEach(
            question -> {
              if (questions.stream().noneMatch(q -> q.name().equals(question))) {
                error(example, question, new Text("neither a fact nor a question", "既不是事实，也不是判定项"));
              }
            });
    var answers =
        questions.stream()
            .filter(question -> question.name().equals(example.question()))
            .flatMap(question -> question.answers().keySet().stream())
            .collect(Collectors.toSet());
    example.expect().answer().stream()
        .filter(answer -> !answers.contains(answer))
        .forEach(
            answer ->
                error(
                    example,
                    "answer",
                    new Text("'%s' is no answer to %s%s", "“%s”不是 %s 的答案%s")
                        .formatted(answer, example.question(), Nearest.hint(answer, answers))));
  }

  private void error(Example example, String field, Text what) {
    findings.error(
        example.file(), example.row(), field, what, new Text("Correct the example.", "请更正此用例。"));
  }
}
