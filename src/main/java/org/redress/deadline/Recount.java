package org.redress.deadline;

import java.time.Instant;
import org.redress.calendar.Calendars;
import org.redress.calendar.Due;
import org.redress.deadline.reckoning.Moments;
import org.redress.deadline.reckoning.Policy;
import org.redress.deadline.reckoning.Reckoning;

/**
 * Reckons deadlines again: always from policy, events and calendar, never from the last due time.
 */
public record Recount(Calendars calendars, Moments moments) {

  /** The deadline as it is by what has happened. */
  public Deadline of(Deadline deadline) {
    return by(reckoning(deadline), deadline);
  }

  /**
   * The deadline after its policy, its ladder or its calendar may have changed; nobody is late at
   * once because of that.
   *
   * @param old how it was reckoned before, when it is a change of a running clock
   */
  public Deadline under(Policy policy, String ladder, Deadline deadline, Instant now) {
    var next =
        Reckoning.of(policy, deadline.round(), deadline.countedFrom(), calendars)
            .insteadOf(reckoning(deadline), deadline.dueAt(), moments, now);
    return by(next, deadline.under(next.policy(), ladder));
  }

  private Deadline by(Reckoning reckoning, Deadline deadline) {
    var start = reckoning.start(moments).orElse(null);
    var due = reckoning.due(moments).map(Due::due).orElse(null);
    var stands = start != null && due == null;
    return deadline.reckoned(
        start, reckoning.countedFrom(), due, stands ? reckoning.pauses(moments).since() : null);
  }

  /** How a deadline is reckoned. */
  public Reckoning reckoning(Deadline deadline) {
    return Reckoning.of(deadline.policy(), deadline.round(), deadline.countedFrom(), calendars);
  }
}
