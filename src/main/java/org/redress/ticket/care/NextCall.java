package org.redress.ticket.care;

import java.time.Instant;
import org.redress.access.Staff;
import org.redress.calendar.TimeSpan;
import org.redress.calendar.site.WorkingTimes;
import org.springframework.stereotype.Component;

/** When a customer who was not reached is called again: while the team is at work. */
@Component
public class NextCall {

  private final Staff staff;
  private final WorkingTimes workingTimes;
  private final TimeSpan wait;

  NextCall(Staff staff, WorkingTimes workingTimes, CareSettings settings) {
    this.staff = staff;
    this.workingTimes = workingTimes;
    this.wait = TimeSpan.parse(settings.callAgain());
  }

  /** The time of the next call after one in vain. */
  public Instant after(Instant call, String team) {
    return workingTimes.calendars().get(staff.calendarOf(team)).due(call, wait).due();
  }
}
