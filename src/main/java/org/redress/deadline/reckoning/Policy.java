package org.redress.deadline.reckoning;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.TimeSpan;

/**
 * How one clock is to run.
 *
 * @param obligation what is owed: {@code acknowledge}, a care step, or {@code REGIME.LIMIT} of a
 *     legal regime
 * @param start what starts the clock
 * @param after the step whose end starts it, for {@link Start#STEP}
 * @param span how long there is
 * @param calendar name of the working time it is counted in
 * @param pauses whether it stands still while we wait for the customer
 * @param endsWith the obligation whose fulfilment ends it; mostly its own
 * @param rule the rule or file that sets it
 * @param promisedAt when it was promised, for {@link Start#PROMISED}
 */
public record Policy(
    String obligation,
    Start start,
    @Nullable String after,
    TimeSpan span,
    String calendar,
    boolean pauses,
    String endsWith,
    String rule,
    @Nullable Instant promisedAt) {

  /** What starts a clock. */
  public enum Start {
    /** The ticket's opening; for what is owed each round, the round's beginning. */
    OPENED,
    /** The complaint's arrival, once and for all. */
    RECEIVED,
    /** The beginning of the day after the complaint's arrival. */
    NEXT_DAY,
    /** The end of another step. */
    STEP,
    /** Somebody's promise, at the time it was given. */
    PROMISED;

    /** As stored, for instance {@code next_day}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same policy in another calendar. */
  public Policy in(String other) {
    return new Policy(obligation, start, after, span, other, pauses, endsWith, rule, promisedAt);
  }

  /**
   * Whether it is what somebody undertook on the way; no rule sets it, and closing does not end it.
   */
  public boolean isPledge() {
    return start == Start.PROMISED;
  }

  /** Whether a reopened ticket owes it once more; what the law sets counts from the arrival. */
  public boolean isLegal() {
    return start == Start.RECEIVED || start == Start.NEXT_DAY;
  }
}
