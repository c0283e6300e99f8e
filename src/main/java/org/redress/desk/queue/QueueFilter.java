package org.redress.desk.queue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.ticket.search.TicketFilter;

/**
 * Which tickets a list shows, as its address says.
 *
 * @param scope whose tickets
 * @param team for {@link Scope#TEAM}: which
 * @param status one status, {@code any}, or nothing for the scope's usual ones
 * @param priority one priority, or nothing for all
 * @param q words to look for in number, customer, subject and text, or nothing
 * @param after where the page begins, or nothing for the first page
 */
record QueueFilter(
    Scope scope, String team, String status, String priority, String q, String after) {

  /** Whose tickets a list shows. */
  enum Scope {
    MINE,
    TEAM,
    UNASSIGNED,
    OVERDUE,
    ALL;

    static Optional<Scope> of(String word) {
      return List.of(values()).stream().filter(scope -> scope.key().equals(word)).findFirst();
    }

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final List<String> STATUSES = List.of("new", "open", "waiting", "solved", "closed");
  static final List<String> PRIORITIES = List.of("P1", "P2", "P3", "P4");

  private static final String ANY = "any";
  private static final List<String> UNFINISHED = List.of("new", "open", "waiting", "solved");

  QueueFilter {
    q = q.strip();
    status = STATUSES.contains(status) || status.equals(ANY) ? status : "";
    priority = PRIORITIES.contains(priority) ? priority : "";
  }

  /** Only what {@code me} may see. */
  TicketFilter forPerson(Person me) {
    return new TicketFilter(
        statuses(), teams(me), owner(me), orNull(priority), overdue(), orNull(q));
  }

  /** Whether the list shows less than its scope. */
  public boolean isNarrowed() {
    return !status.isEmpty() || !priority.isEmpty() || !q.isEmpty();
  }

  /** Who looks through everything looks for closed tickets, too. */
  private List<String> statuses() {
    if (status.equals(ANY) || status.isEmpty() && scope == Scope.ALL) {
      return List.of();
    }
    return status.isEmpty() ? UNFINISHED : List.of(status);
  }

  private List<String> teams(Person me) {
    return switch (scope) {
      case MINE -> List.of();
      case TEAM -> List.of(team);
      case UNASSIGNED, OVERDUE, ALL -> me.seesAllTickets() ? List.of() : ownTeams(me);
    };
  }

  /** An empty list would not restrict; no team has an empty name. */
  private static List<String> ownTeams(Person me) {
    return me.teams().isEmpty() ? List.of("") : List.copyOf(me.teams());
  }

  private @Nullable String owner(Person me) {
    return switch (scope) {
      case MINE -> me.name();
      case UNASSIGNED -> TicketFilter.NOBODY;
      case TEAM, OVERDUE, ALL -> null;
    };
  }

  private @Nullable Boolean overdue() {
    return scope == Scope.OVERDUE ? Boolean.TRUE : null;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
