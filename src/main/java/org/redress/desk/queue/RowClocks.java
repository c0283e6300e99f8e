package org.redress.desk.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.redress.access.Staff;
import org.redress.calendar.site.WorkingTimes;
import org.redress.deadline.Deadline;
import org.redress.deadline.Deadlines;
import org.redress.desk.Times;
import org.redress.ticket.Ticket;
import org.springframework.stereotype.Component;

/** The deadlines of a line: how much working time is left of the nearest, and all of them. */
@Component
class RowClocks {

  private final WorkingTimes working;
  private final Deadlines deadlines;
  private final Staff staff;
  private final Times times;
  private final Clock clock;

  RowClocks(WorkingTimes working, Deadlines deadlines, Staff staff, Times times, Clock clock) {
    this.working = working;
    this.deadlines = deadlines;
    this.staff = staff;
    this.times = times;
    this.clock = clock;
  }

  public boolean isLate(Ticket ticket) {
    return ticket.isOverdue(clock.instant());
  }

  /** How long until the nearest deadline, in working time: {@code 3 working hours}. */
  public String left(Ticket ticket) {
    return until(ticket.nextDeadline(), ticket);
  }

  /** The same of any deadline of the ticket. */
  public String until(Instant due, Ticket ticket) {
    var now = clock.instant();
    if (due.isBefore(now)) {
      return times.due(due);
    }
    var calendar = working.calendars().get(staff.calendarOf(ticket.team()));
    var left = calendar.workingTime(now, due);
    // Some clocks run at night, too.
    return left.toMinutes() < 1 ? times.due(due) : times.workingTime(left);
  }

  /** The clocks that run or stand still, the nearest first. */
  public List<Deadline> running(Ticket ticket) {
    return deadlines.of(ticket.id()).stream()
        .filter(deadline -> deadline.metAt() == null && deadline.endedAt() == null)
        .filter(deadline -> deadline.dueAt() != null || deadline.pausedAt() != null)
        .toList();
  }
}
