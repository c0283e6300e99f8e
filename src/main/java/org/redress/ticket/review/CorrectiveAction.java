package org.redress.ticket.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody changes by when, so that it does not happen again, and whether it helped.
 *
 * @param ticket the number of the ticket it was learnt from
 * @param owner the user who sees to it
 * @param checkBy when to look whether it helped; none while it is not done
 * @param effective whether it helped; none while nobody has looked
 */
public record CorrectiveAction(
    long id,
    long ticketId,
    String ticket,
    String what,
    String owner,
    LocalDate due,
    String agreedBy,
    Instant agreedAt,
    @Nullable Instant doneAt,
    @Nullable LocalDate checkBy,
    @Nullable Boolean effective,
    @Nullable String checkNote) {

  /** The day by which something is owed; none when nothing is. */
  public @Nullable LocalDate nextDay() {
    return doneAt == null ? due : effective == null ? checkBy : null;
  }

  /** Whether that day has passed. */
  public boolean isLate(LocalDate today) {
    var day = nextDay();
    return day != null && day.isBefore(today);
  }
}
