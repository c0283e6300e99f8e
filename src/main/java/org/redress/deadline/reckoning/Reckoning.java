package org.redress.deadline.reckoning;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.Calendars;
import org.redress.calendar.Due;
import org.redress.calendar.Pauses;
import org.redress.calendar.WorkingCalendar;
import org.redress.decision.obligation.Ladder;

/**
 * When an obligation of one round is due.
 *
 * @param round which opening of the ticket it belongs to, from 1
 * @param countedFrom from when the clock counts although it started earlier, because a changed
 *     policy would have made it late at once; none when it counts from its start
 */
public record Reckoning(
    Policy policy, int round, @Nullable Instant countedFrom, WorkingCalendar calendar) {

  /** A clock in the calendar that its policy names. */
  public static Reckoning of(
      Policy policy, int round, @Nullable Instant countedFrom, Calendars calendars) {
    return new Reckoning(policy, round, countedFrom, calendars.get(policy.calendar()));
  }

  /** When the clock starts; none when that has not happened. */
  public Optional<Instant> start(Moments moments) {
    return switch (policy.start()) {
      case OPENED -> Optional.of(moments.beginOf(round));
      case PROMISED -> Optional.ofNullable(policy.promisedAt());
      case RECEIVED -> Optional.of(moments.received());
      case NEXT_DAY -> Optional.of(dayAfter(moments.received()));
      case STEP -> moments.end(policy.after(), round);
    };
  }

  private Instant dayAfter(Instant received) {
    var zone = calendar.zone();
    return received.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** When it stands still. */
  public Pauses pauses(Moments moments) {
    return policy.pauses() ? moments.waiting() : Pauses.NONE;
  }

  /**
   * When it is due, with the arithmetic; none when the clock has not started, or when it stands
   * still.
   */
  public Optional<Due> due(Moments moments) {
    return start(moments).flatMap(start -> due(start, moments));
  }

  /** When it is due on a clock that started at {@code start}. */
  public Optional<Due> due(Instant start, Moments moments) {
    var from = countedFrom == null || countedFrom.isBefore(start) ? start : countedFrom;
    return calendar.due(from, policy.span(), pauses(moments));
  }

  /** When a step of a ladder is to be taken on a clock that started and is due then. */
  public Optional<Instant> at(Ladder.Moment step, Instant start, Instant due, Moments moments) {
    if (step.isBefore()) {
      var from = countedFrom == null || countedFrom.isBefore(start) ? start : countedFrom;
      return Optional.of(
          calendar.partWay(from, policy.span(), due, step.percent(), pauses(moments)));
    }
    return step.late() == null
        ? Optional.of(due)
        : calendar.due(due, step.late(), pauses(moments)).map(Due::due);
  }

  /**
   * The clock after its policy or calendar changed, seen at {@code now}. Nobody is late at once
   * because a rule changed: a clock that would be is counted from now on; and where even the old
   * policy asked for less time than that, the old one holds.
   *
   * @param old the clock before the change, and when it was due
   */
  public Reckoning insteadOf(
      Reckoning old, @Nullable Instant oldDue, Moments moments, Instant now) {
    var due = due(moments).map(Due::due);
    var wasLate = oldDue != null && !oldDue.isAfter(now);
    if (due.isEmpty() || due.get().isAfter(now) || wasLate) {
      return this;
    }
    var fresh = new Reckoning(policy, round, now.truncatedTo(ChronoUnit.MILLIS), calendar);
    var freshDue = fresh.due(moments).map(Due::due);
    return oldDue != null && freshDue.isPresent() && oldDue.isBefore(freshDue.get()) ? old : fresh;
  }
}
