package org.redress.intake.figures;

import java.util.Locale;

/** What may become of a message. */
public enum Outcome {
  /** Stored for the first time. */
  RECEIVED,
  /** Opened a ticket. */
  TICKET,
  /** Joined a ticket. */
  JOINED,
  /** Was here already; changed nothing. */
  DUPLICATE,
  /** Needed no ticket. */
  IGNORED,
  /** Waits on the failure desk. */
  PARKED,
  /** Could not be taken; it stayed at its source, which was told, or with its file's report. */
  REFUSED;

  /** As metrics write it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
