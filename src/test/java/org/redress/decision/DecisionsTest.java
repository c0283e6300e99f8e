package org.redress.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.redress.decision.rulebook.RuleBook;

class DecisionsTest {

  /** In the packaged jar the rule engine is only found through the loader of the main thread. */
  @Test
  void theFirstBookIsLoadedWhereTheClassesOfTheServiceAreSeen() throws Exception {
    var thread = Thread.currentThread();
    var usual = thread.getContextClassLoader();
    var seen = new AtomicReference<ClassLoader>();
    try (var packaged = new URLClassLoader(new URL[0], usual)) {
      thread.setContextClassLoader(packaged);
      var decisions =
          Decisions.loading(
              () -> {
                seen.set(Thread.currentThread().getContextClassLoader());
                return RuleBook.of(new SmallBook().files());
              });
      assertThat(decisions.active().rules()).hasSize(3);
      assertThat(seen.get()).isSameAs(packaged);
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  /** Three hundred activations leave memory where it was: the books before the last two go. */
  @Test
  void replacedBooksAreLetGo() {
    var decisions = new Decisions(book(0));
    var replaced = new ArrayList<WeakReference<RuleBook>>();
    for (int activation = 1; activation <= 300; activation++) {
      replaced.add(new WeakReference<>(decisions.active()));
      decisions.activate(book(activation));
      assertThat(decide(decisions, "late").the("category")).isEqualTo("delivery");
    }

    replaced.remove(replaced.size() - 1);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(replaced).allMatch(book -> book.get() == null);
            });
  }

  @Test
  void aBookThatFailsOnAComplaintIsReplacedByTheOneBefore() {
    var decisions = new Decisions(book(0));
    var rows = new StringBuilder(SmallBook.HEADER);
    for (int row = 0; row <= 10_000; row++) {
      rows.append("Rule %d,,delivery,Because.,理由。\n".formatted(row));
    }
    decisions.activate(
        RuleBook.of(
            new SmallBook()
                .with(SmallBook.CATEGORY, rows.toString())
                .with("category/examples.yml", "[]")
                .files()));

    var decision = decide(decisions, "late");

    assertThat(decision.the("category")).isEqualTo("delivery");
    assertThat(decision.ruleBook()).isEqualTo(book(0).version());
  }

  private static RuleBook book(int number) {
    var table = SmallBook.HEADER + SmallBook.LATE.replace("It is late.", "Reason " + number);
    return RuleBook.of(new SmallBook().with(SmallBook.CATEGORY, table).files());
  }

  private static Decision decide(Decisions decisions, String text) {
    var noon = LocalDateTime.of(2026, 11, 22, 12, 0);
    return decisions.decide(new Case(text, new Circumstances("api", "en", noon, null, Map.of())));
  }
}
