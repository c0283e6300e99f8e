package org.redress.intake.failure;

import java.util.Locale;

/** What may be done with messages on the failure desk. */
public enum Move {
  /** Back into the inbox, to be tried anew. */
  REPLAY("parked", "waiting"),
  /** Set aside, but somebody wants a ticket of it. */
  TAKE("aside", "waiting"),
  /** Not needed; kept, and can be restored. */
  DISCARD("parked", "discarded"),
  /** Needed after all. */
  RESTORE("discarded", "parked");

  private final String from;
  private final String to;

  Move(String from, String to) {
    this.from = from;
    this.to = to;
  }

  String from() {
    return from;
  }

  String to() {
    return to;
  }

  /** As addresses and the history of a message write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
