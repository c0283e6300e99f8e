package org.redress.ticket.search;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.redress.storage.Instants;
import org.redress.ticket.Ticket;
import org.redress.ticket.search.TicketSearch.Sort;

/** The order of a list in SQL, and where in it a page begins. */
final class Order {

  private static final String BY_DEADLINE = "t.next_deadline asc nulls last, t.id";
  private static final String BEHIND_DEADLINE =
      "(t.next_deadline > :at or (t.next_deadline = :at and t.id > :id)"
          + " or t.next_deadline is null)";
  private static final String BEHIND_NOTHING = "(t.next_deadline is null and t.id > :id)";

  private Order() {}

  static String by(Sort sort) {
    return switch (sort) {
      case DEADLINE -> BY_DEADLINE;
      case PRIORITY -> "t.priority, " + BY_DEADLINE;
      case OLDEST -> "t.created_at, t.id";
      case NEWEST -> "t.created_at desc, t.id desc";
    };
  }

  /** Where the page behind this ticket begins; opaque to everybody else. */
  static String cursor(Ticket last, Sort sort) {
    var at =
        switch (sort) {
          case DEADLINE, PRIORITY -> last.nextDeadline();
          case OLDEST, NEWEST -> last.createdAt();
        };
    var key = (at == null ? "" : at) + "|" + last.id() + "|" + last.verdict().priority();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Restricts a list to what comes behind a cursor.
   *
   * @throws IllegalArgumentException when the cursor is none of ours
   */
  static void startBehind(String cursor, Sort sort, Conditions conditions) {
    try {
      var key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      var parts = key.split("\\|", 3);
      var at = parts[0].isEmpty() ? null : Instant.parse(parts[0]);
      conditions.and(behind(sort, at), "id", Long.parseLong(parts[1]), "rank", parts[2]);
      if (at != null) {
        conditions.parameters().put("at", Instants.bind(at));
      }
    } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the cursor is none that this list gave out", e);
    }
  }

  private static String behind(Sort sort, Instant at) {
    var deadline = at == null ? BEHIND_NOTHING : BEHIND_DEADLINE;
    return switch (sort) {
      case DEADLINE -> deadline;
      case PRIORITY -> "(t.priority > :rank or (t.priority = :rank and %s))".formatted(deadline);
      case OLDEST -> "(t.created_at > :at or (t.created_at = :at and t.id > :id))";
      case NEWEST -> "(t.created_at < :at or (t.created_at = :at and t.id < :id))";
    };
  }
}
