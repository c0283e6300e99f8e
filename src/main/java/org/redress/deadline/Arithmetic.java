package org.redress.deadline;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.calendar.Due;
import org.redress.calendar.site.WorkingTimes;
import org.redress.deadline.reckoning.Moments;
import org.redress.ticket.Ticket;
import org.springframework.stereotype.Component;

/** How the due times of a ticket come about: what was counted, what was passed over, and why. */
@Component
public class Arithmetic {

  private final WorkingTimes workingTimes;
  private final TicketMoments ticketMoments;
  private final Clock clock;

  Arithmetic(WorkingTimes workingTimes, TicketMoments ticketMoments, Clock clock) {
    this.workingTimes = workingTimes;
    this.ticketMoments = ticketMoments;
    this.clock = clock;
  }

  /**
   * The arithmetic of deadlines, by their ids; those whose clocks have not started have none. A
   * clock that stands still is reckoned as if it went on now.
   */
  public Map<Long, Due> of(Ticket ticket, List<Deadline> deadlines) {
    var moments = ticketMoments.of(ticket);
    var goingOn =
        new Moments(
            moments.received(),
            moments.rounds(),
            moments.steps(),
            moments.waiting().endedAt(clock.instant()));
    var dues = new HashMap<Long, Due>();
    for (var deadline : deadlines) {
      var recount =
          new Recount(workingTimes.calendars(), deadline.pausedAt() == null ? moments : goingOn);
      recount
          .reckoning(deadline)
          .due(recount.moments())
          .ifPresent(due -> dues.put(deadline.id(), due));
    }
    return dues;
  }
}
