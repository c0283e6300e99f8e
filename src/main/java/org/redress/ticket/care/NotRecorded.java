package org.redress.ticket.care;

import java.util.Collection;
import java.util.List;

/** What was written down at a step is not enough, or cannot be; the message says what. */
public class NotRecorded extends RuntimeException {

  private final CareStep step;
  private final Problem problem;
  private final List<String> fields;

  NotRecorded(CareStep step, Problem problem, List<String> fields, String message) {
    super(message);
    this.step = step;
    this.problem = problem;
    this.fields = fields;
  }

  /** None of these fields has a value. */
  public static NotRecorded missing(CareStep step, List<String> fields) {
    return new NotRecorded(
        step,
        Problem.MISSING,
        fields,
        "the step %s is not done without '%s'"
            .formatted(step.key(), String.join("' or '", fields)));
  }

  /** The value of a field is none that may be picked. */
  public static NotRecorded noChoice(
      CareStep step, String field, String value, Collection<String> allowed) {
    return new NotRecorded(
        step,
        Problem.NO_CHOICE,
        List.of(field),
        "'%s' is no '%s' of the step %s; one of %s".formatted(value, field, step.key(), allowed));
  }

  /** What is wrong. */
  public enum Problem {
    /** None of the fields has a value. */
    MISSING,
    /** The step has no such field. */
    NO_FIELD,
    /** The field's value is none that may be picked. */
    NO_CHOICE,
    /** The value is too long. */
    TOO_LONG
  }

  public CareStep step() {
    return step;
  }

  public Problem problem() {
    return problem;
  }

  /** The fields it is about; for {@link Problem#MISSING} any one of them would do. */
  public List<String> fields() {
    return fields;
  }
}
