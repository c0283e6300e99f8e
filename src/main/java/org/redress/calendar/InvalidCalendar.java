package org.redress.calendar;

/** A calendar file cannot be used; the message names file, line and field and how to mend it. */
public final class InvalidCalendar extends RuntimeException {

  InvalidCalendar(String message) {
    super(message);
  }
}
