package org.redress.ticket.care;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The eight steps of care, in the order they are done. */
public enum CareStep {
  LISTEN,
  EMPATHISE,
  FIND_CAUSE,
  CLARIFY_DEMAND,
  PROPOSE_SOLUTION,
  GIVE_RESULT,
  FOLLOW_UP,
  REVIEW;

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
