package org.redress.intake.call;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One call as the telephone system recorded it.
 *
 * @param id the system's own id of the call
 * @param caller the number that called, internationally where it is a telephone number
 * @param called the number that was called, likewise
 * @param seconds how long they talked
 * @param recording an address or file name
 */
public record CallRecord(
    @Nullable String id,
    @Nullable String caller,
    @Nullable String called,
    Instant startedAt,
    int seconds,
    Outcome outcome,
    @Nullable String recording) {

  /** How a call ended. */
  public enum Outcome {
    ANSWERED,
    NO_ANSWER,
    BUSY,
    FAILED;

    private static final int BUSY_CAUSE = 17;
    private static final int LAST_SILENT_CAUSE = 19;
    private static final int NORMAL_CAUSE = 16;

    /** As stored, for instance {@code no_answer}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of a call by its talking time and the cause of hanging up (Q.850). */
    static Outcome of(int seconds, int cause) {
      if (seconds > 0) {
        return ANSWERED;
      }
      if (cause == BUSY_CAUSE) {
        return BUSY;
      }
      return cause >= NORMAL_CAUSE && cause <= LAST_SILENT_CAUSE ? NO_ANSWER : FAILED;
    }
  }

  /** A record that cannot be taken; the message says what is wrong and the way out. */
  static class Mistake extends Exception {
    Mistake(String message) {
      super(message);
    }
  }
}
