package org.redress.ticket.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.decision.rulebook.RuleBook;
import org.redress.ticket.Ticket.Verdict;

/** The guidance file: what fits best comes first, and mistakes are named. */
class GuidanceTest {

  private static final Path SHIPPED = Path.of("config/care.yml");

  @TempDir private Path folder;

  @Test
  void theWordsThatNameMostOfTheTicketComeFirst() throws Exception {
    var changed =
        Files.readString(SHIPPED)
            .replace(
                "      - cause: poor_response_to_failure\n",
                "      - emotion: angry\n        cause: poor_response_to_failure\n");
    var guides = Guidance.read(Files.writeString(folder.resolve("care.yml"), changed));

    var say =
        guides
            .get(CareStep.EMPATHISE)
            .sayTo(
                new Verdict(
                    "delivery",
                    "poor_response_to_failure",
                    List.of("refund"),
                    "angry",
                    "medium",
                    "P3",
                    "none"));

    assertThat(say)
        .extracting(words -> words.en().substring(0, 16))
        .containsExactly("You have had to ", "I understand why", "I am sorry that ");
  }

  @Test
  void whatTheRuleBookDoesNotKnowIsNamedAndTheShippedFileNamesNothingOfTheKind() throws Exception {
    var book = RuleBook.load(Path.of("rules"));
    assertThat(Guidance.read(SHIPPED).values())
        .allSatisfy(guide -> assertThat(GuidanceCheck.unknown(guide, book)).isEmpty());
    var changed =
        Files.readString(SHIPPED)
            .replace("emotion: furious|angry", "emotion: furious|cross")
            .replace("answers: cause}", "answers: reason}");
    var guides = Guidance.read(Files.writeString(folder.resolve("care.yml"), changed));

    assertThat(GuidanceCheck.unknown(guides.get(CareStep.FIND_CAUSE), book))
        .containsExactly("emotion 'cross'", "the question 'reason'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "  review:        |  revue:           | there is no care step 'revue'",
        "    must: [told_by, note] | must: [told_how] | 'must' names 'told_how'",
        "      lesson: {label | moral: {label   | 'must' names 'lesson'",
        "        zh: \"谢谢您告诉我们。请您慢慢说，我在听，也在记录。\" | # | 'zh' is missing",
        "    record:         | records:         | 'record' is missing",
        "      cause: {label: {en: \"The cause\", zh: \"原因类别\"}, answers: cause} | # | 'must' names 'cause'"
      })
  void aMistakeIsNamedWithFileAndLine(String right, String wrong, String what) throws Exception {
    var text = Files.readString(SHIPPED);
    assertThat(text).contains(right);
    var broken = Files.writeString(folder.resolve("care.yml"), text.replace(right, wrong));

    assertThatThrownBy(() -> Guidance.read(broken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching("(?s).*care\\.yml:[1-9]\\d*: .*")
        .hasMessageContaining(what);
  }
}
