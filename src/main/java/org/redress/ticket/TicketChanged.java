package org.redress.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a ticket that its clocks go by; told inside the same transaction, after it
 * stands in the history.
 *
 * @param ticket as it is now
 * @param step the care step that was finished, if that is what happened
 */
public record TicketChanged(Ticket ticket, Kind kind, @Nullable String step, Instant at) {

  /** Anything but a care step. */
  public TicketChanged(Ticket ticket, Kind kind, Instant at) {
    this(ticket, kind, null, at);
  }

  /** What happened. */
  public enum Kind {
    /** The customer was asked something, and it is the customer's turn. */
    WAITS,
    /** It is our turn again. */
    GOES_ON,
    /** A care step was finished. */
    STEP_DONE,
    /** The customer is not content, or wrote after the end. */
    REOPENED,
    /** Another team handles it. */
    MOVED,
    /** People put other answers in the place of those that the rules gave. */
    CORRECTED,
    /** The customer withdrew, and it is closed. */
    WITHDRAWN,
    /** It goes on as part of another ticket. */
    MERGED,
    /** Another ticket goes on as part of it. */
    ABSORBED,
    /** It is a ticket of its own again. */
    UNMERGED,
    /** Another ticket that was part of it is a ticket of its own again. */
    RELEASED
  }
}
