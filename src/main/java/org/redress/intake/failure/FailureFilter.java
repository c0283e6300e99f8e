package org.redress.intake.failure;

import java.util.Locale;
import org.redress.intake.failure.Failure.State;

/**
 * Which messages are meant.
 *
 * @param channel empty for all
 * @param q what the reason or the id contains, in either language; empty for all
 */
public record FailureFilter(State state, String channel, String q) {

  /** Everything that waits for somebody. */
  public static final FailureFilter WAITING = new FailureFilter(State.PARKED, "", "");

  /** The words to look for, as a pattern of the database. */
  String pattern() {
    return "%"
        + q.strip()
            .toLowerCase(Locale.ROOT)
            .replace("!", "!!")
            .replace("%", "!%")
            .replace("_", "!_")
        + "%";
  }
}
