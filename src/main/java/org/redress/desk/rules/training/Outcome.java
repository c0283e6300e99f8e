package org.redress.desk.rules.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of learning.
 *
 * @param tickets how many were learnt from and measured on
 * @param heldBack how many of them were held back to measure
 * @param before how good the model in force is on those held back, as macro-F1; none without one
 * @param after the same of the model that was learnt; none when there were too few tickets
 * @param draft the draft that holds the new model, if there is one
 */
record Outcome(
    Kind kind,
    Instant at,
    int tickets,
    int heldBack,
    @Nullable Double before,
    @Nullable Double after,
    @Nullable Long draft) {

  /** How it ended. */
  enum Kind {
    /** Less than two categories have enough tickets, or enough that differ. */
    TOO_FEW,
    /** The model in force is as good. */
    NOT_BETTER,
    /** There is no model yet; a draft with the first one waits for somebody. */
    FIRST,
    /** A better one is in force. */
    ACTIVATED,
    /** A better one waits for a second person. */
    WAITS,
    /** A better one could not go into force; its draft says why. */
    REFUSED,
    /** Something went wrong; the log says what. */
    FAILED
  }
}
