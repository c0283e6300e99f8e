package org.redress.ticket.search;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;

/**
 * Which tickets to list. What is empty or {@code null} does not restrict.
 *
 * @param fields the values that a field may have, by field
 * @param due how the nearest deadline stands
 * @param opened when the ticket was opened
 * @param behind the figure whose tickets these are
 * @param sight what the reader may see; none: everything
 * @param text words that must all stand in number, subject, customer, or what was said
 */
public record TicketFilter(
    Map<Field, List<String>> fields,
    @Nullable Due due,
    Period opened,
    @Nullable Behind behind,
    @Nullable Sight sight,
    @Nullable String text) {

  /** The owner of tickets that nobody owns. */
  public static final String NOBODY = "-";

  /** How the nearest deadline stands. */
  public enum Due {
    /** It has passed. */
    OVERDUE,
    /** It passes before the day ends. */
    TODAY,
    /** It has not passed, or nothing is owed. */
    IN_TIME,
    /** The review is owed, late or not. */
    REVIEW
  }

  /**
   * A stretch of time.
   *
   * @param from the first moment
   * @param until the first moment behind it
   */
  public record Period(@Nullable Instant from, @Nullable Instant until) {

    /** All time. */
    public static final Period ALWAYS = new Period(null, null);
  }

  /** Tickets of these teams, and those that the user owns. */
  public record Sight(Set<String> teams, String user) {

    /** What somebody sees; none where that is everything. */
    public static @Nullable Sight of(Person me) {
      return me.seesAllTickets() ? null : new Sight(me.teams(), me.name());
    }
  }

  /** Keeps only what restricts. */
  public TicketFilter {
    var kept = new EnumMap<Field, List<String>>(Field.class);
    fields.forEach(
        (field, values) -> {
          if (!values.isEmpty()) {
            kept.put(field, List.copyOf(values));
          }
        });
    fields = Map.copyOf(kept);
    text = text == null || text.isBlank() ? null : text.strip();
  }

  /** Tickets whose fields have one of these values each. */
  public static TicketFilter of(Map<Field, List<String>> fields) {
    return new TicketFilter(fields, null, Period.ALWAYS, null, null, null);
  }

  /** Everything. */
  public static TicketFilter all() {
    return of(Map.of());
  }
}
