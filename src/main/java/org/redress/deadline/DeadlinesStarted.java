package org.redress.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.redress.ticket.TicketsOpened.Opened;

/** The clocks of new tickets run; told inside the transaction that opens the tickets. */
public record DeadlinesStarted(List<Started> tickets) {

  /** One new ticket with its deadlines. */
  public record Started(Opened opened, List<Deadline> deadlines) {

    /** When an obligation is due; none when it is not owed or its clock has not started. */
    public Optional<Instant> due(String obligation) {
      return deadlines.stream()
          .filter(deadline -> deadline.obligation().equals(obligation))
          .findFirst()
          .map(Deadline::dueAt);
    }
  }
}
