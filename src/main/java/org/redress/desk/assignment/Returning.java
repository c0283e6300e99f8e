package org.redress.desk.assignment;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.access.Staff;
import org.redress.calendar.TimeSpan;
import org.redress.calendar.site.WorkingTimes;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.redress.ticket.correction.Correcting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tickets that landed in the wrong place go back to the dispatching team, within a clock. */
@Component
class Returning {

  private final Correcting correcting;
  private final History history;
  private final Staff staff;
  private final Deadline deadline;
  private final Clock clock;

  Returning(Correcting correcting, History history, Staff staff, Deadline deadline, Clock clock) {
    this.correcting = correcting;
    this.history = history;
    this.staff = staff;
    this.deadline = deadline;
    this.clock = clock;
  }

  /** By when tickets may be returned. */
  @Component
  record Deadline(ReturnSettings settings, WorkingTimes times, Staff staff) {

    Instant after(Instant assigned, String team) {
      var calendar = times.calendars().get(staff.teams().get(team).calendar());
      return calendar.due(assigned, TimeSpan.parse(settings.returnWithin())).due();
    }
  }

  /** The dispatching team. */
  public String dispatcher() {
    return deadline.settings().dispatcher();
  }

  /**
   * By when its owner may return a ticket; none when nobody owns it, or its team dispatches. After
   * that only somebody on the team's ladder may.
   */
  public Optional<Instant> until(Ticket ticket) {
    if (ticket.owner() == null
        || ticket.team().equals(dispatcher())
        || !staff.teams().containsKey(ticket.team())) {
      return Optional.empty();
    }
    return history.of(ticket.id()).stream()
        .filter(entry -> entry.event().equals("owner") && ticket.owner().equals(entry.newValue()))
        .map(History.Entry::at)
        .max(Comparator.naturalOrder())
        .map(assigned -> deadline.after(assigned, ticket.team()));
  }

  /** Whether this user may return the ticket now. */
  public boolean isOpenTo(String user, Ticket ticket) {
    return leads(user, ticket)
        ? !ticket.team().equals(dispatcher())
        : user.equals(ticket.owner())
            && until(ticket).filter(end -> !clock.instant().isAfter(end)).isPresent();
  }

  /** Whether this user stands on the ladder of the ticket's team, and so may return it any time. */
  boolean leads(String user, Ticket ticket) {
    return staff.ladder(ticket.team()).stream().anyMatch(rung -> rung.user().equals(user));
  }

  /**
   * Hands a ticket back to the dispatching team.
   *
   * @return whether it was; not when the time is over, or it is not the user's
   */
  @Transactional
  public boolean giveBack(Ticket ticket, String user, String reason) {
    if (!isOpenTo(user, ticket)) {
      return false;
    }
    correcting.correct(ticket.number(), Map.of("team", List.of(dispatcher())), user, reason);
    return true;
  }
}
