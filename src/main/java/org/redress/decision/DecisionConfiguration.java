package org.redress.decision;

import org.redress.decision.rulebook.RuleBook;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Loads the rule book while the rest of the service starts; a broken one stops the start with every
 * error listed.
 */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

  @Bean
  Decisions decisions(DecisionSettings settings) {
    return Decisions.loading(() -> RuleBook.load(settings.folder()));
  }

  @Bean
  SmartLifecycle ruleBookReady(Decisions decisions) {
    return new RuleBookReady(decisions);
  }

  /** Waits for the rule book before anything that decides is started. */
  private static class RuleBookReady implements SmartLifecycle {

    private final Decisions decisions;
    private boolean ready;

    RuleBookReady(Decisions decisions) {
      this.decisions = decisions;
    }

    @Override
    public void start() {
      decisions.active();
      ready = true;
    }

    @Override
    public void stop() {
      ready = false;
    }

    @Override
    public boolean isRunning() {
      return ready;
    }

    @Override
    public int getPhase() {
      return Integer.MIN_VALUE;
    }
  }
}
