package org.redress.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.reckoning.Policy;

/**
 * Something owed on a ticket.
 *
 * @param round which opening of the ticket, or which promise of its kind, it belongs to, from 1
 * @param ladder what enforces it, a name of {@code rules/ladder/ladders.yml}
 * @param startedAt none while the clock has not started
 * @param countedFrom from when it counts although it started earlier; see Reckoning
 * @param dueAt none while the clock has not started or stands still
 * @param pausedAt since when it stands still
 * @param metAt when it was fulfilled
 * @param endedAt when it was dropped without being fulfilled
 */
public record Deadline(
    long id,
    long ticketId,
    int round,
    Policy policy,
    String ladder,
    @Nullable Instant startedAt,
    @Nullable Instant countedFrom,
    @Nullable Instant dueAt,
    @Nullable Instant pausedAt,
    @Nullable Instant metAt,
    @Nullable Instant endedAt) {

  /** What is owed: {@code acknowledge}, a care step, or {@code REGIME.LIMIT}. */
  public String obligation() {
    return policy.obligation();
  }

  /** The step whose end starts the clock; none when something else does. */
  public @Nullable String startsAfter() {
    return policy.after();
  }

  /** How long there is, for instance {@code 2wh}. */
  public String span() {
    return policy.span().toString();
  }

  /** The working time it is counted in. */
  public String calendar() {
    return policy.calendar();
  }

  /** The rule or file that sets it. */
  public String rule() {
    return policy.rule();
  }

  /** Whether it counts now: started, running and not met. */
  public boolean isOpen() {
    return dueAt != null && isOwed();
  }

  /** Whether it is still to be fulfilled, started or not. */
  public boolean isOwed() {
    return metAt == null && endedAt == null;
  }

  /** Whether it was, or is, late. */
  public boolean isLate(Instant now) {
    return dueAt != null && endedAt == null && (metAt == null ? now : metAt).isAfter(dueAt);
  }

  /** The same, fulfilled. */
  public Deadline met(Instant at) {
    return new Deadline(
        id, ticketId, round, policy, ladder, startedAt, countedFrom, dueAt, pausedAt, at, endedAt);
  }

  /** The same, no longer owed. */
  public Deadline ended(Instant at) {
    return new Deadline(
        id, ticketId, round, policy, ladder, startedAt, countedFrom, dueAt, pausedAt, metAt, at);
  }

  /** The same, owed again although it was dropped. */
  public Deadline owedAgain() {
    return new Deadline(
        id, ticketId, round, policy, ladder, startedAt, countedFrom, dueAt, pausedAt, metAt, null);
  }

  Deadline under(Policy other, String otherLadder) {
    return new Deadline(
        id,
        ticketId,
        round,
        other,
        otherLadder,
        startedAt,
        countedFrom,
        dueAt,
        pausedAt,
        metAt,
        endedAt);
  }

  Deadline reckoned(
      @Nullable Instant started,
      @Nullable Instant counted,
      @Nullable Instant due,
      @Nullable Instant paused) {
    return new Deadline(
        id, ticketId, round, policy, ladder, started, counted, due, paused, metAt, endedAt);
  }
}
