package org.redress.ticket;

import java.util.Locale;

/** Where a ticket stands. */
public enum TicketStatus {
  /** Nobody has done anything yet. */
  NEW,
  /** Being worked on. */
  OPEN,
  /** The customer was asked something; what may pause does. */
  WAITING,
  /** The result was given; follow-up call and review are still owed. */
  SOLVED,
  /** All care steps are done. */
  CLOSED;

  /** The status as stored and shown to programs, for instance {@code open}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status behind its key. */
  public static TicketStatus of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
