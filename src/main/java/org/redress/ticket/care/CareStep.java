package org.redress.ticket.care;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The eight steps of care, each with those that come before it. */
public enum CareStep {
  LISTEN,
  EMPATHISE(LISTEN),
  FIND_CAUSE(EMPATHISE),
  CLARIFY_DEMAND(EMPATHISE),
  PROPOSE_SOLUTION(FIND_CAUSE, CLARIFY_DEMAND),
  GIVE_RESULT(PROPOSE_SOLUTION),
  FOLLOW_UP(GIVE_RESULT),
  REVIEW(FOLLOW_UP);

  private final Set<CareStep> before;

  CareStep(CareStep... before) {
    this.before = Set.of(before);
  }

  /** The steps that must be done before this one. */
  Set<CareStep> before() {
    return before;
  }

  /** The step as rules and tables write it, for instance {@code find_cause}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a ticket that is opened again owes the step once more. */
  public boolean isOwedEachRound() {
    return compareTo(PROPOSE_SOLUTION) >= 0;
  }

  /** The step written like this, if there is one. */
  public static Optional<CareStep> of(String key) {
    return Arrays.stream(values()).filter(step -> step.key().equals(key)).findFirst();
  }
}
