package org.redress.compensation.policy;

import java.util.TreeSet;
import org.redress.decision.Decisions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Warns of limits for offers that the rule book does not know: they would hold for nothing. */
@Component
class KindsCheck {

  private static final Logger LOG = LoggerFactory.getLogger(KindsCheck.class);

  private final Policy policy;
  private final CompensationSettings settings;
  private final Decisions decisions;

  KindsCheck(Policy policy, CompensationSettings settings, Decisions decisions) {
    this.policy = policy;
    this.settings = settings;
    this.decisions = decisions;
  }

  @EventListener(ApplicationReadyEvent.class)
  void warn() {
    var named = new TreeSet<String>();
    policy.limits().values().forEach(limits -> named.addAll(limits.kinds().keySet()));
    decisions
        .active()
        .question("compensation")
        .ifPresent(
            question -> {
              named.removeAll(question.answers().keySet());
              if (!named.isEmpty()) {
                LOG.warn(
                    "{} names offers that rules/questions.yml does not list under compensation:"
                        + " {}. Known: {}",
                    settings.file(),
                    named,
                    question.answers().keySet());
              }
            });
  }
}
