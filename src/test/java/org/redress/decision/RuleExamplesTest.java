package org.redress.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.redress.decision.check.BookCheck;
import org.redress.decision.finding.Finding.Severity;
import org.redress.decision.rule.Example;
import org.redress.decision.rule.Question;
import org.redress.decision.rulebook.RuleBook;

/** The shipped rule book decides as its examples say, and nothing in it is doubtful. */
class RuleExamplesTest {

  private static final RuleBook BOOK = RuleBook.load(Path.of("rules"));

  @TestFactory
  Stream<DynamicTest> examples() {
    return ExampleRun.of(BOOK).stream()
        .map(
            result ->
                DynamicTest.dynamicTest(
                    "%s:%d %s"
                        .formatted(
                            result.example().file(),
                            result.example().row(),
                            result.example().expect().rule()),
                    () -> assertThat(result.mistakes()).isEmpty()));
  }

  @Test
  void everyQuestionHasAnExampleThatNothingMatches() {
    var questions =
        BOOK.examples().stream()
            .filter(example -> example.expect().rule().equals(Example.NO_RULE))
            .map(Example::question)
            .collect(Collectors.toSet());
    assertThat(BOOK.questions())
        .filteredOn(question -> !question.name().equals("deadline"))
        .extracting(Question::name)
        .isSubsetOf(questions);
  }

  @Test
  void nothingInTheBookIsDoubtful() {
    assertThat(BookCheck.of(BOOK, ExampleRun.of(BOOK), LocalDate.of(2026, 11, 22)))
        .filteredOn(finding -> finding.severity() != Severity.HINT)
        .isEmpty();
  }
}
