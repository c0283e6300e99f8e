package org.redress.decision.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.decision.ExampleRun;
import org.redress.decision.Proposal;
import org.redress.decision.finding.Finding;
import org.redress.decision.finding.Finding.Kind;
import org.redress.decision.named.Named;
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Rule;
import org.redress.decision.rule.WordCondition;
import org.redress.decision.rulebook.RuleBook;
import org.redress.text.Text;

/** Finds what a book holds and nothing uses: words, answers, and rules that no example needs. */
final class Unused {

  private static final String QUESTIONS = "questions.yml";

  private final RuleBook book;

  Unused(RuleBook book) {
    this.book = book;
  }

  /** Vocabulary words that no condition names, each at its first phrase. */
  List<Finding> words() {
    var used =
        book.rules().stream()
            .flatMap(rule -> rule.conditions().stream())
            .flatMap(Unused::words)
            .collect(Collectors.toSet());
    var findings = new ArrayList<Finding>();
    for (var phrase : book.contents().phrases()) {
      if (!isShown(phrase.word())
          && !phrase.isMisspelling()
          && !used.contains(phrase.word() + WordCondition.STRONG)
          && used.add(phrase.word())) {
        findings.add(
            new Finding(
                Kind.UNUSED_WORD,
                phrase.file(),
                phrase.row(),
                "name",
                new Text("no rule asks for the word '%s'", "没有规则用到词“%s”").formatted(phrase.word()),
                new Text(
                    "Write it under 'when mentions' of a row, or remove its phrases.",
                    "请把它写到某一行的“when mentions”下，或删除它的短语。")));
      }
    }
    return findings;
  }

  /** Products and places stand on the ticket, whether rules ask for them or not. */
  private static boolean isShown(String word) {
    return word.startsWith(Named.PRODUCT) || word.startsWith(Named.PLACE);
  }

  /** Of a condition that is not made of words, everything that may be one. */
  private static Stream<String> words(Condition condition) {
    return condition instanceof WordCondition word
        ? word.words()
        : Arrays.stream(condition.cell().split("[^\\p{L}\\p{N}_.-]+"));
  }

  /** Answers that are neither the default nor proposed by a rule. */
  List<Finding> answers() {
    var given =
        book.rules().stream()
            .map(rule -> rule.question() + "=" + rule.answer())
            .collect(Collectors.toSet());
    return book.questions().stream().flatMap(question -> answers(question, given)).toList();
  }

  private static Stream<Finding> answers(Question question, Set<String> given) {
    return question.answers().keySet().stream()
        .filter(answer -> !question.defaults().contains(answer))
        .filter(answer -> !given.contains(question.name() + "=" + answer))
        .map(
            answer ->
                new Finding(
                    Kind.UNUSED_ANSWER,
                    QUESTIONS,
                    0,
                    question.name(),
                    new Text("no row gives the answer '%s'", "没有任何行给出答案“%s”").formatted(answer),
                    new Text("Add a row that does, or remove the answer.", "请添加给出它的行，或删除此答案。")));
  }

  /** Rules that no example sees win; {@code hopeless} ones cannot, which is said elsewhere. */
  List<Finding> rules(List<ExampleRun.Result> examples, Set<String> hopeless) {
    var chosen = new HashSet<>(hopeless);
    for (var result : examples) {
      result.answer().chosen().stream().map(Proposal::rule).forEach(chosen::add);
    }
    return book.rules().stream()
        .filter(rule -> !chosen.contains(rule.name()))
        .map(Unused::withoutExample)
        .toList();
  }

  private static Finding withoutExample(Rule rule) {
    return new Finding(
        Kind.NO_EXAMPLE,
        rule.file(),
        rule.row(),
        "name",
        new Text("no example lets '%s' win", "没有用例让“%s”胜出").formatted(rule.name()),
        new Text(
                "Add to %s/examples.yml a complaint it is meant for: - given: {text: \"...\"}, and below it expect: {answer: %s, rule: \"%s\"}.",
                "请在 %s/examples.yml 里添加它要处理的投诉：- given: {text: \"...\"}，下一行写 expect: {answer: %s, rule: \"%s\"}。")
            .formatted(rule.question(), rule.answer(), rule.name().replace("\"", "\\\"")));
  }
}
