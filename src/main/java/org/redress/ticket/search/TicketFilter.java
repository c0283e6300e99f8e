package org.redress.ticket.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets to list. What is empty or {@code null} does not restrict.
 *
 * @param statuses for instance {@code new} and {@code open}
 * @param teams teams of which the ticket may be one's
 * @param owner a user's name; {@code -} for tickets that nobody owns
 * @param overdue whether the nearest deadline has passed
 * @param text looked for in number, subject, customer and what was said
 */
public record TicketFilter(
    List<String> statuses,
    List<String> teams,
    @Nullable String owner,
    @Nullable String priority,
    @Nullable Boolean overdue,
    @Nullable String text) {

  /** The owner of tickets that nobody owns. */
  public static final String NOBODY = "-";

  /** Everything. */
  public static TicketFilter all() {
    return new TicketFilter(List.of(), List.of(), null, null, null, null);
  }
}
