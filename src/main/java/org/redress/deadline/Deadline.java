package org.redress.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something owed on a ticket.
 *
 * @param obligation an answer of the question {@code deadline}: {@code acknowledge} or a care step
 * @param startsAfter the care step whose end starts the clock; none means the ticket's opening
 * @param span how long there is, for instance {@code 2wh}
 * @param calendar the working time it is counted in
 * @param rule the rule that set it
 * @param dueAt none while the clock has not started
 */
public record Deadline(
    long id,
    long ticketId,
    String obligation,
    @Nullable String startsAfter,
    String span,
    String calendar,
    String rule,
    @Nullable Instant startedAt,
    @Nullable Instant dueAt,
    @Nullable Instant metAt) {

  /** Whether it counts now: started and not met. */
  public boolean isOpen() {
    return dueAt != null && metAt == null;
  }
}
