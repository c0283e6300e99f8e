package org.redress.ticket.care;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.decision.Decisions;
import org.redress.decision.rule.Question.Policy;
import org.redress.ticket.care.NotRecorded.Problem;
import org.redress.ticket.care.StepGuide.Field;
import org.springframework.stereotype.Component;

/** Sees to it that what must be written down at a care step is, and that it can be understood. */
@Component
public class StepRecording {

  static final int LONGEST_TEXT = 4000;

  private final Guidance guidance;
  private final Decisions decisions;

  StepRecording(Guidance guidance, Decisions decisions) {
    this.guidance = guidance;
    this.decisions = decisions;
  }

  /**
   * What somebody writes down at a step, cleaned of what is blank.
   *
   * @param written values by field
   * @throws NotRecorded when something is missing or cannot be
   */
  public Map<String, List<String>> checked(CareStep step, Map<String, List<String>> written) {
    var guide = guidance.of(step);
    var clean = new LinkedHashMap<String, List<String>>();
    written.forEach(
        (name, values) -> {
          var kept = values.stream().filter(v -> !v.isBlank()).map(String::strip).toList();
          if (!kept.isEmpty()) {
            clean.put(name, check(step, guide, name, kept));
          }
        });
    for (var alternatives : guide.must()) {
      var fields = StepGuide.words(alternatives).toList();
      if (fields.stream().noneMatch(clean::containsKey)) {
        throw NotRecorded.missing(step, fields);
      }
    }
    return clean;
  }

  private List<String> check(CareStep step, StepGuide guide, String name, List<String> values) {
    var field = guide.record().get(name);
    if (field == null) {
      throw refused(
          step,
          Problem.NO_FIELD,
          name,
          "the step %s records no '%s'; it records %s"
              .formatted(step.key(), name, guide.record().keySet()));
    }
    var allowed = allowed(field);
    for (var value : values) {
      if (!allowed.isEmpty() && !allowed.contains(value)) {
        throw NotRecorded.noChoice(step, name, value, allowed);
      }
    }
    if (String.join(",", values).length() > LONGEST_TEXT) {
      throw refused(
          step,
          Problem.TOO_LONG,
          name,
          "'%s' is longer than %d characters".formatted(name, LONGEST_TEXT));
    }
    return takesSeveral(field) ? values : values.subList(0, 1);
  }

  private static NotRecorded refused(CareStep step, Problem problem, String name, String message) {
    return new NotRecorded(step, problem, List.of(name), message);
  }

  /** What may be picked; empty when anything may be written. */
  private Set<String> allowed(Field field) {
    if (field.choices() != null) {
      return field.choices().keySet();
    }
    return field.answers() == null
        ? Set.of()
        : decisions
            .active()
            .question(field.answers())
            .map(question -> question.answers().keySet())
            .orElse(Set.of());
  }

  /** Whether a field may have several values: when its question collects answers. */
  public boolean takesSeveral(Field field) {
    return field.answers() != null
        && decisions
            .active()
            .question(field.answers())
            .filter(question -> question.policy() == Policy.COLLECT)
            .isPresent();
  }
}
