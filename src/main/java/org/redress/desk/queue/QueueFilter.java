package org.redress.desk.queue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.ticket.search.Behind;
import org.redress.ticket.search.Field;
import org.redress.ticket.search.TicketFilter;
import org.redress.ticket.search.TicketFilter.Due;
import org.redress.ticket.search.TicketFilter.Period;
import org.redress.ticket.search.TicketFilter.Sight;
import org.redress.ticket.search.TicketSearch.Sort;
import org.springframework.util.MultiValueMap;

/**
 * Which tickets a list shows, as its address says.
 *
 * @param scope whose tickets
 * @param team for {@link Scope#TEAM}: which
 * @param asked what follows the question mark: fields by their names, {@code due}, {@code from},
 *     {@code until}, {@code behind}, {@code q}, {@code sort}, {@code after}
 */
record QueueFilter(Scope scope, String team, MultiValueMap<String, String> asked) {

  /** Whose tickets a list shows. */
  enum Scope {
    MINE,
    TEAM,
    UNASSIGNED,
    TODAY,
    OVERDUE,
    REVIEWS,
    ALL;

    static Optional<Scope> of(String word) {
      return List.of(values()).stream().filter(scope -> scope.key().equals(word)).findFirst();
    }

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final List<String> STATUSES = List.of("new", "open", "waiting", "solved", "closed");
  static final List<String> UNFINISHED = List.of("new", "open", "waiting", "solved");

  private static final String ANY = "any";

  /** Only what {@code me} may see. */
  TicketFilter forPerson(Person me, ZoneId zone) {
    var fields = new EnumMap<Field, List<String>>(Field.class);
    for (var field : Field.values()) {
      fields.put(field, values(field.key()));
    }
    fields.put(Field.STATUS, statuses());
    switch (scope) {
      case MINE -> fields.put(Field.OWNER, List.of(me.name()));
      case UNASSIGNED -> fields.put(Field.OWNER, List.of(TicketFilter.NOBODY));
      case TEAM -> fields.put(Field.TEAM, List.of(team));
      case TODAY, OVERDUE, REVIEWS, ALL -> {
        // Everything that the person may see.
      }
    }
    return new TicketFilter(fields, due(), opened(zone), behind(), Sight.of(me), q());
  }

  /** What was asked under a name; nothing where nothing was. */
  public List<String> values(String name) {
    return asked.getOrDefault(name, List.of()).stream()
        .filter(Objects::nonNull)
        .filter(value -> !value.isBlank())
        .distinct()
        .toList();
  }

  /** The first of what was asked under a name, or an empty text. */
  public String first(String name) {
    return values(name).stream().findFirst().orElse("");
  }

  /** Words to look for. */
  public String q() {
    return first("q").strip();
  }

  /** Where the page begins. */
  public String after() {
    return first("after");
  }

  public Sort sort() {
    var wanted = first("sort").toUpperCase(Locale.ROOT);
    return Arrays.stream(Sort.values())
        .filter(sort -> sort.name().equals(wanted))
        .findFirst()
        .orElse(Sort.DEADLINE);
  }

  /** Who looks through everything looks for closed tickets, too. */
  private List<String> statuses() {
    var given = values(Field.STATUS.key());
    if (given.contains(ANY) || given.isEmpty() && scope == Scope.ALL) {
      return List.of();
    }
    return given.isEmpty() ? UNFINISHED : given;
  }

  private @Nullable Due due() {
    return switch (scope) {
      case OVERDUE -> Due.OVERDUE;
      case TODAY -> Due.TODAY;
      case REVIEWS -> Due.REVIEW;
      default ->
          Arrays.stream(Due.values())
              .filter(due -> due.name().toLowerCase(Locale.ROOT).equals(first("due")))
              .findFirst()
              .orElse(null);
    };
  }

  private Period opened(ZoneId zone) {
    var from = date("from");
    var until = date("until");
    return new Period(
        from == null ? null : from.atStartOfDay(zone).toInstant(),
        until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** The figure whose tickets are asked for; none where it is missing or cannot be read. */
  public @Nullable Behind behind() {
    return Behind.parse(first("behind")).orElse(null);
  }

  /** A day asked for; none where it is missing or no day. */
  @Nullable LocalDate date(String name) {
    try {
      return first(name).isEmpty() ? null : LocalDate.parse(first(name));
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }
}
