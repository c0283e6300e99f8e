package org.redress.decision.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.decision.Case;
import org.redress.decision.Circumstances;
import org.redress.decision.DecisionSettings;
import org.redress.decision.Decisions;
import org.redress.decision.rulebook.RuleBook;

/** Saved rule files are taken up, unless something is wrong with them. */
class RuleBookWatchTest {

  private static final String HEADER = "name,when mentions,answer,because,because_zh\n";

  @TempDir private Path folder;
  private Decisions decisions;
  private RuleBookWatch watch;

  @BeforeEach
  void startWithASmallBook() throws IOException {
    write(
        "questions.yml",
        """
        questions:
          - name: category
            asks: {en: What is it about?, zh: 关于什么？}
            policy: only one
            default: other
            answers:
              delivery: {en: Delivery, zh: 配送}
              other: {en: Other, zh: 其他}
        """);
    write("vocabulary/words.csv", "name,en,zh\nlate,late,迟到\nbroken,broken*,坏了\n");
    write("category/category.csv", HEADER + "Late,late,delivery,It is late.,迟了。\n");
    write(
        "category/examples.yml",
        """
        - given: {text: It is late.}
          expect: {answer: delivery, rule: Late}
        """);
    decisions = new Decisions(RuleBook.load(folder));
    watch = new RuleBookWatch(decisions, new DecisionSettings(folder, Duration.ofSeconds(2)));
    watch.look();
  }

  private void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String category(String text) {
    var noon = LocalDateTime.of(2026, 11, 22, 12, 0);
    return decisions
        .decide(new Case(text, new Circumstances("api", "en", noon, null, Map.of())))
        .the("category");
  }

  private void lookTwice() {
    watch.look();
    watch.look();
  }

  @Test
  void aGoodChangeIsTakenUp() throws IOException {
    assertThat(category("It is brokenish")).isEqualTo("other");
    write(
        "category/category.csv",
        HEADER
            + "Late,late,delivery,It is late.,迟了。\n"
            + "Broken,broken,delivery,It is broken.,坏了。\n");
    lookTwice();
    assertThat(category("It is brokenish")).isEqualTo("delivery");
  }

  @Test
  void anErrorLeavesTheLastGoodBookInForce() throws IOException {
    var before = decisions.active().version();
    write("category/category.csv", HEADER + "Late,late,delivry,It is late.,迟了。\n");
    lookTwice();
    assertThat(decisions.active().version()).isEqualTo(before);
    assertThat(category("late")).isEqualTo("delivery");
  }

  @Test
  void anExampleThatComesOutDifferentlyLeavesTheLastGoodBookInForce() throws IOException {
    var before = decisions.active().version();
    write("category/category.csv", HEADER + "Late,broken,delivery,It is late.,迟了。\n");
    lookTwice();
    assertThat(decisions.active().version()).isEqualTo(before);
  }

  @Test
  void aRepairedBookIsTakenUp() throws IOException {
    write("category/category.csv", HEADER + "Late,late,delivry,It is late.,迟了。\n");
    lookTwice();
    write("category/category.csv", HEADER + "Late,late,delivery,It is too late.,太迟了。\n");
    lookTwice();
    assertThat(decisions.active().rules().get(0).because().en()).isEqualTo("It is too late.");
  }
}
