package org.redress.ticket.work;

/** Something that cannot be done to a ticket as it stands; the message says why. */
public class NotNow extends RuntimeException {

  NotNow(String message) {
    super(message);
  }
}
