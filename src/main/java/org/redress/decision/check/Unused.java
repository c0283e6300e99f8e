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
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Rule;
import org.redress.decision.rule.WordCondition;
import org.redress.decision.rulebook.RuleBook;

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
      if (used.add(phrase.word())) {
        findings.add(
            new Finding(
                Kind.UNUSED_WORD,
                phrase.file(),
                phrase.row(),
                "name",
                "no rule asks for the word '%s'".formatted(phrase.word()),
                "Write it under 'when mentions' of a row, or remove its phrases."));
      }
    }
    return findings;
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
                    "no row gives the answer '%s'".formatted(answer),
                    "Add a row that does, or remove the answer."));
  }

  /** Rules that no example sees win; {@code hopeless} ones cannot, which is said elsewhere. */
  List<Finding> rules(Set<String> hopeless) {
    var chosen = new HashSet<>(hopeless);
    for (var result : ExampleRun.of(book)) {
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
        "no example lets '%s' win".formatted(rule.name()),
        "Add to %s/examples.yml a complaint it is meant for: - given: {text: \"...\"}, and below it expect: {answer: %s, rule: \"%s\"}."
            .formatted(rule.question(), rule.answer(), rule.name().replace("\"", "\\\"")));
  }
}
