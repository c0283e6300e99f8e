package org.redress.deadline;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.access.Staff;
import org.redress.calendar.Calendars;
import org.redress.calendar.TimeSpan;
import org.redress.decision.Decisions;
import org.redress.decision.rule.Question.Answer;
import org.springframework.stereotype.Component;

/** When something is due: a pure function of its span, its start and the team's calendar. */
@Component
class DueTimes {

  private static final String FALLBACK_CALENDAR = "office";

  private final Calendars calendars;
  private final Staff staff;
  private final Decisions decisions;

  DueTimes(Calendars calendars, Staff staff, Decisions decisions) {
    this.calendars = calendars;
    this.staff = staff;
    this.decisions = decisions;
    staff.teams().values().forEach(team -> calendars.get(team.calendar()));
  }

  Instant due(String calendar, Instant start, String span) {
    return calendars.get(calendar).due(start, TimeSpan.parse(span)).due();
  }

  String calendarOf(String team) {
    return Optional.ofNullable(staff.teams().get(team))
        .map(Staff.Team::calendar)
        .orElse(FALLBACK_CALENDAR);
  }

  /** The care step whose end starts the clock of an obligation; none means the opening. */
  @Nullable String startsAfter(String obligation) {
    return decisions
        .active()
        .question("deadline")
        .map(question -> question.answers().get(obligation))
        .map(Answer::after)
        .orElse(null);
  }
}
