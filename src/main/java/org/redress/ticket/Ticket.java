package org.redress.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.decision.Decision;

/**
 * The work on one complaint.
 *
 * @param number what people call it, for instance {@code RD-100001}
 * @param verdict the answers of the rules, or of people who corrected them
 * @param owner who works on it; none means it waits in the team's queue
 * @param level how often it was raised because a deadline passed
 * @param round 1 at first; one more each time the ticket is opened again
 * @param needsPerson whether the rules contradicted each other
 * @param nextDeadline the nearest deadline that is not met
 */
public record Ticket(
    long id,
    String number,
    long complaintId,
    long customerId,
    String subject,
    TicketStatus status,
    String channel,
    String language,
    Verdict verdict,
    String team,
    @Nullable String owner,
    int level,
    int round,
    boolean needsPerson,
    boolean customerSpokeLast,
    @Nullable Instant nextDeadline,
    Instant createdAt,
    Instant changedAt) {

  /** The answers a ticket carries; the deadlines and offers stand in tables of their own. */
  public record Verdict(
      String category,
      String cause,
      List<String> demands,
      String emotion,
      String severity,
      String priority,
      String escalation) {

    /** The answers of a decision. */
    public static Verdict of(Decision decision) {
      return new Verdict(
          decision.the("category"),
          decision.the("cause"),
          decision.answer("demand").values(),
          decision.the("emotion"),
          decision.the("severity"),
          decision.the("priority"),
          decision.the("escalation"));
    }

    /**
     * The same answers but for one question.
     *
     * @throws IllegalArgumentException when tickets carry no answer to it
     */
    public Verdict with(String question, List<String> values) {
      var value = values.isEmpty() ? "" : values.get(0);
      return switch (question) {
        case "category" ->
            new Verdict(value, cause, demands, emotion, severity, priority, escalation);
        case "cause" ->
            new Verdict(category, value, demands, emotion, severity, priority, escalation);
        case "demand" ->
            new Verdict(
                category, cause, List.copyOf(values), emotion, severity, priority, escalation);
        case "emotion" ->
            new Verdict(category, cause, demands, value, severity, priority, escalation);
        case "severity" ->
            new Verdict(category, cause, demands, emotion, value, priority, escalation);
        case "priority" ->
            new Verdict(category, cause, demands, emotion, severity, value, escalation);
        default -> throw new IllegalArgumentException("tickets carry no " + question);
      };
    }
  }

  /** Whether the nearest deadline has passed. */
  public boolean isOverdue(Instant now) {
    return nextDeadline != null && nextDeadline.isBefore(now) && status != TicketStatus.CLOSED;
  }

  /** The same ticket in another status. */
  public Ticket with(TicketStatus other) {
    return copy(verdict, other, team, owner, level, round);
  }

  /** The same ticket with another owner, or none. */
  public Ticket withOwner(@Nullable String other) {
    return copy(verdict, status, team, other, level, round);
  }

  /** The same ticket so many levels up. */
  public Ticket withLevel(int other) {
    return copy(verdict, status, team, owner, other, round);
  }

  /** The same ticket at another team, where it waits for an owner at the first level. */
  public Ticket atTeam(String other) {
    return copy(verdict, status, other, null, 0, round);
  }

  /** The same ticket opened once more. */
  public Ticket inNextRound() {
    return copy(verdict, TicketStatus.OPEN, team, owner, level, round + 1);
  }

  /** The same ticket with corrected answers. */
  public Ticket with(Verdict corrected) {
    return copy(corrected, status, team, owner, level, round);
  }

  private Ticket copy(
      Verdict verdict,
      TicketStatus status,
      String team,
      @Nullable String owner,
      int level,
      int round) {
    return new Ticket(
        id,
        number,
        complaintId,
        customerId,
        subject,
        status,
        channel,
        language,
        verdict,
        team,
        owner,
        level,
        round,
        needsPerson,
        customerSpokeLast,
        nextDeadline,
        createdAt,
        changedAt);
  }
}
