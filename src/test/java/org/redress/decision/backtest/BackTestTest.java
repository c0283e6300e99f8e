package org.redress.decision.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.decision.SmallBook.BROKEN;
import static org.redress.decision.SmallBook.CATEGORY;
import static org.redress.decision.SmallBook.HEADER;
import static org.redress.decision.SmallBook.LATE;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.decision.Asking;
import org.redress.decision.Case;
import org.redress.decision.Circumstances;
import org.redress.decision.SmallBook;
import org.redress.decision.backtest.Outcome.Move;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.rulebook.RuleBook;

/** What another rule book would have decided. */
class BackTestTest {

  private static final Circumstances MAIL =
      new Circumstances("email", "en", LocalDateTime.of(2026, 11, 22, 12, 0), "gold", Map.of());
  private static final RuleBook BEFORE = RuleBook.of(new SmallBook().files());

  private static Past past(int id, String text) {
    var recorded = Asking.decide(BEFORE, new Case(text, MAIL));
    return new Past(id, text, Instant.EPOCH, recorded);
  }

  private static Outcome outcome(RuleBook after, String... texts) {
    var redeciding = new Redeciding(BEFORE, after);
    var tally = new Tally(after);
    IntStream.range(0, texts.length)
        .forEach(i -> tally.add(String.valueOf(i), redeciding.decide(past(i, texts[i]))));
    return tally.outcome();
  }

  @Test
  void theSameBookChangesNothing() {
    var outcome = outcome(BEFORE, "late", "broken", "");

    assertThat(outcome.total()).isEqualTo(3);
    assertThat(outcome.changed()).isZero();
    assertThat(outcome.moneyAfter()).isEqualTo(outcome.moneyBefore()).isEqualTo("10");
  }

  @Test
  void aChangedRuleIsFoundWithAllThatFollowsFromIt() {
    var after =
        RuleBook.of(
            new SmallBook()
                .with(CATEGORY, HEADER + LATE.replace(",delivery,", ",product,") + BROKEN)
                .with("category/examples.yml", "[]")
                .with("team/examples.yml", "[]")
                .with("compensation/examples.yml", "[]")
                .files());

    var outcome = outcome(after, "late", "broken", "nothing");

    assertThat(outcome.changed()).isEqualTo(2);
    assertThat(outcome.byQuestion()).isEqualTo(Map.of("category", 2, "team", 1, "compensation", 1));
    assertThat(outcome.moves().get("category"))
        .containsExactly(new Move("delivery", "product", 1), new Move("other", "product", 1));
    assertThat(outcome.moves().get("team")).containsExactly(new Move("logistics", "care", 1));
    assertThat(outcome.moves().get("compensation"))
        .containsExactly(new Move("", "none", 1), new Move("voucher 10", "", 1));
    assertThat(outcome.byRule())
        .containsEntry("Late", 1)
        .containsEntry("Broken", 1)
        .containsEntry("To logistics", 1);
    assertThat(outcome.moneyBefore()).isEqualTo(BigDecimal.TEN);
    assertThat(outcome.moneyAfter()).isEqualTo(BigDecimal.ZERO);
    var late = outcome.different().get(0);
    assertThat(late.id()).isEqualTo("0");
    assertThat(late.changes())
        .extracting(Change::question)
        .containsExactly("category", "team", "compensation");
    assertThat(late.changes().get(2).before()).containsExactly("voucher 10");
  }

  @Test
  void aChangedAmountIsAChange() {
    var after =
        RuleBook.of(
            new SmallBook()
                .with(
                    "compensation/compensation.csv",
                    """
                    name,when category,answer,amount,because,because_zh
                    A small voucher,delivery,voucher,25,We are sorry.,抱歉。
                    """)
                .files());

    var outcome = outcome(after, "late");

    assertThat(outcome.different().get(0).changes())
        .containsExactly(
            new Change(
                "compensation",
                List.of("voucher 10"),
                List.of("voucher 25"),
                List.of("A small voucher"),
                List.of("A small voucher")));
    assertThat(outcome.moneyAfter()).isEqualTo("25");
    assertThat(outcome.moves().get("compensation"))
        .containsExactly(new Move("voucher 10", "voucher 25", 1));
  }

  /** Asking only what may differ must give what asking everything gives. */
  @Test
  void askingAgainAgreesWithDecidingAnew() {
    var random = new Random(7);
    var shipped = RuleBook.load(Path.of("rules"));
    var changed = changedIn(random);
    for (var after : List.of(shipped, changed)) {
      var redeciding = new Redeciding(shipped, after);
      for (var example : shipped.examples()) {
        var complaint = new Case(example.given().text, MAIL);
        var both = redeciding.decide(complaint);
        assertThat(both.after().answers()).isEqualTo(Asking.decide(after, complaint).answers());
      }
    }
  }

  /** The shipped book without a fifth of the rules of each table. */
  private static RuleBook changedIn(Random random) {
    var files = RuleFiles.in(Path.of("rules"));
    for (var path : files.byPath().keySet()) {
      if (path.endsWith(".csv") && !path.startsWith("vocabulary")) {
        var lines = new String(files.content(path)).lines().toList();
        var kept =
            IntStream.range(0, lines.size())
                .filter(i -> i == 0 || random.nextInt(5) > 0)
                .mapToObj(lines::get)
                .toList();
        files = files.with(path, (String.join("\n", kept) + "\n").getBytes());
      } else if (path.endsWith("examples.yml")) {
        files = files.with(path, "[]".getBytes());
      }
    }
    return RuleBook.of(files);
  }
}
