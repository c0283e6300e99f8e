package org.redress.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
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
}
