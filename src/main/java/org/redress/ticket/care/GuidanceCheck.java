package org.redress.ticket.care;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.decision.Decisions;
import org.redress.decision.rulebook.RuleBook;
import org.redress.ticket.care.StepGuide.Say;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says at start which names of the guidance the rule book does not know. No reason not to start:
 * the book may change any day, and words for an answer that is gone are just never offered.
 */
@Component
class GuidanceCheck {

  private static final Logger LOG = LoggerFactory.getLogger(GuidanceCheck.class);

  private final Guidance guidance;
  private final Decisions decisions;
  private final CareSettings settings;

  GuidanceCheck(Guidance guidance, Decisions decisions, CareSettings settings) {
    this.guidance = guidance;
    this.decisions = decisions;
    this.settings = settings;
  }

  @EventListener(ApplicationReadyEvent.class)
  void look() {
    for (var step : CareStep.values()) {
      for (var unknown : unknown(guidance.of(step), decisions.active())) {
        LOG.warn(
            "{}: the step {} names {}, which the rule book does not know",
            settings.guidance(),
            step.key(),
            unknown);
      }
    }
  }

  /** What a guide names that a rule book does not know, for instance {@code emotion 'cross'}. */
  static List<String> unknown(StepGuide guide, RuleBook book) {
    var unknown = new ArrayList<String>();
    for (Say say : guide.say()) {
      answers("emotion", say.emotion(), book, unknown);
      answers("demand", say.demand(), book, unknown);
      answers("cause", say.cause(), book, unknown);
    }
    guide.record().values().stream()
        .filter(field -> field.answers() != null && book.question(field.answers()).isEmpty())
        .forEach(field -> unknown.add("the question '%s'".formatted(field.answers())));
    return unknown;
  }

  private static void answers(
      String question, @Nullable String named, RuleBook book, List<String> unknown) {
    if (named != null) {
      StepGuide.words(named)
          .filter(
              answer ->
                  book.question(question)
                      .filter(asked -> asked.answers().containsKey(answer))
                      .isEmpty())
          .forEach(answer -> unknown.add("%s '%s'".formatted(question, answer)));
    }
  }
}
