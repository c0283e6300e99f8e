package org.redress.intake.failure;

import java.time.Instant;
import java.util.Locale;
import org.redress.intake.Envelope.Format;
import org.redress.text.Text;

/**
 * A message that did not become a ticket.
 *
 * @param since when it came to where it is now
 * @param attempts how often it was tried
 * @param edits how often people changed it; an edit names the number it was made from
 */
public record Failure(
    long id,
    String channel,
    String externalId,
    Format format,
    Instant receivedAt,
    Instant since,
    State state,
    int attempts,
    int edits,
    Text reason) {

  /** Where a message that is no ticket may be. */
  public enum State {
    /** Waits for somebody. */
    PARKED,
    /** Somebody said that it is not needed. */
    DISCARDED,
    /** Needed no ticket from the start, for instance a vacation note. */
    ASIDE;

    /** As the database and addresses write it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What somebody did with it. */
  public record Step(Instant at, String actor, String action, String note) {}
}
