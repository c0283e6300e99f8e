package org.redress.decision;

import org.redress.decision.rulebook.RuleBook;
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
}
