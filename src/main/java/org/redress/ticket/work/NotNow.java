package org.redress.ticket.work;

/** Something that cannot be done to a ticket as it stands; the message says why. */
public class NotNow extends RuntimeException {

  /** Says what stands in the way. */
  public NotNow(String message) {
    super(message);
  }
}
