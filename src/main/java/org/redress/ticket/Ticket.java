package org.redress.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The work on one complaint.
 *
 * @param number what people call it, for instance {@code RD-100001}
 * @param verdict the answers of the rules, or of people who corrected them
 * @param owner who works on it; none means it waits in the team's queue
 * @param level how often it was raised because a deadline passed
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
      String escalation) {}

  /** Whether the nearest deadline has passed. */
  public boolean isOverdue(Instant now) {
    return nextDeadline != null && nextDeadline.isBefore(now) && status != TicketStatus.CLOSED;
  }
}
