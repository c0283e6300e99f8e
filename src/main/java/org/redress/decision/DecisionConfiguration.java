package org.redress.decision;

import org.redress.decision.rulebook.RuleBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the rule book at start; a broken one stops the service with every error listed. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

  @Bean
  Decisions decisions(DecisionSettings settings) {
    return new Decisions(RuleBook.load(settings.folder()));
  }
}
