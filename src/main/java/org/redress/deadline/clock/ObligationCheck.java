package org.redress.deadline.clock;

import java.util.List;
import org.redress.access.Staff;
import org.redress.calendar.site.WorkingTimes;
import org.redress.decision.file.Contents;
import org.redress.decision.finding.Finding;
import org.redress.decision.version.SiteCheck;
import org.springframework.stereotype.Component;

/** Ladders and legal limits name ranks and calendars that this site has. */
@Component
class ObligationCheck implements SiteCheck {

  private final Staff staff;
  private final WorkingTimes workingTimes;

  ObligationCheck(Staff staff, WorkingTimes workingTimes) {
    this.staff = staff;
    this.workingTimes = workingTimes;
  }

  @Override
  public List<Finding> check(Contents contents) {
    return SiteNames.of(staff, workingTimes.calendars()).check(contents);
  }
}
