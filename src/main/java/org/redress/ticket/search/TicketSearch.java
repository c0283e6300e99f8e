package org.redress.ticket.search;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Instants;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds tickets, a page at a time; a page begins behind a key, so deep pages cost no more. */
@Repository
public class TicketSearch {

  private static final String SELECT =
      """
      select t.*, coalesce(c.name, c.email, c.phone, c.external_id, '–') as customer
      from ticket t join customer c on c.id = t.customer_id
      """;
  private static final String NOTHING_OWED = "9999-12-31T00:00:00Z";

  /** The order of a list. */
  public enum Sort {
    /** The nearest deadline first; tickets without one last. */
    DEADLINE("coalesce(t.next_deadline, timestamp with time zone '9999-12-31 00:00:00Z')", true),
    /** The oldest first. */
    OLDEST("t.created_at", true),
    /** The newest first. */
    NEWEST("t.created_at", false);

    private final String column;
    private final boolean ascending;

    Sort(String column, boolean ascending) {
      this.column = column;
      this.ascending = ascending;
    }

    private Instant keyOf(Ticket ticket) {
      if (this != DEADLINE) {
        return ticket.createdAt();
      }
      var next = ticket.nextDeadline();
      return next == null ? Instant.parse(NOTHING_OWED) : next;
    }
  }

  private final JdbcClient jdbc;
  private final Clock clock;

  TicketSearch(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How many tickets a filter lets through. */
  public long count(TicketFilter filter) {
    var conditions = new ArrayList<String>();
    var parameters = new HashMap<String, Object>();
    restrict(filter, conditions, parameters);
    return jdbc.sql(
            "select count(*) from ticket t join customer c on c.id = t.customer_id"
                + where(conditions))
        .params(parameters)
        .query(Long.class)
        .single();
  }

  /**
   * One page of tickets.
   *
   * @param cursor {@link TicketPage#next()} of the page before; none for the first
   * @throws IllegalArgumentException when the cursor is none of ours
   */
  public TicketPage page(TicketFilter filter, Sort sort, @Nullable String cursor, int size) {
    var conditions = new ArrayList<String>();
    var parameters = new HashMap<String, Object>();
    restrict(filter, conditions, parameters);
    if (cursor != null) {
      startBehind(cursor, sort, conditions, parameters);
    }
    var direction = sort.ascending ? "" : " desc";
    var rows =
        jdbc.sql(
                (SELECT + "%s order by %s%s, t.id%s limit :most")
                    .formatted(where(conditions), sort.column, direction, direction))
            .params(parameters)
            .param("most", size + 1)
            .query(this::row)
            .list();
    return rows.size() <= size
        ? new TicketPage(rows, null)
        : new TicketPage(rows.subList(0, size), cursorAt(rows.get(size - 1).ticket(), sort));
  }

  /** The ticket with this number. */
  public Optional<TicketRow> find(String number) {
    return jdbc.sql(SELECT + " where t.number = :number")
        .param("number", number)
        .query(this::row)
        .optional();
  }

  private TicketRow row(ResultSet row, int number) throws SQLException {
    var ticket = TicketRows.read(row, number);
    return new TicketRow(ticket, row.getString("customer"), ticket.isOverdue(clock.instant()));
  }

  private static String where(List<String> conditions) {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  private void restrict(
      TicketFilter filter, List<String> conditions, Map<String, Object> parameters) {
    anyOf("t.status", "statuses", filter.statuses(), conditions, parameters);
    anyOf("t.team", "teams", filter.teams(), conditions, parameters);
    if (TicketFilter.NOBODY.equals(filter.owner())) {
      conditions.add("t.owner is null");
    } else if (filter.owner() != null) {
      anyOf("t.owner", "owner", List.of(filter.owner()), conditions, parameters);
    }
    if (filter.priority() != null) {
      anyOf("t.priority", "priority", List.of(filter.priority()), conditions, parameters);
    }
    if (filter.overdue() != null) {
      conditions.add(
          filter.overdue()
              ? "t.next_deadline < :now"
              : "(t.next_deadline >= :now or t.next_deadline is null)");
      parameters.put("now", Instants.bind(clock.instant()));
    }
    if (filter.text() != null && !filter.text().isBlank()) {
      conditions.add(
          """
          (lower(t.number) like :text or lower(t.subject) like :text or lower(c.name) like :text
           or c.email like :text or c.phone like :text or exists (
             select 1 from complaint said
             where said.id = t.complaint_id and lower(said.text) like :text))""");
      parameters.put("text", "%" + escaped(filter.text().strip().toLowerCase(Locale.ROOT)) + "%");
    }
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static void anyOf(
      String column,
      String name,
      List<String> values,
      List<String> conditions,
      Map<String, Object> parameters) {
    if (!values.isEmpty()) {
      conditions.add("%s in (:%s)".formatted(column, name));
      parameters.put(name, values);
    }
  }

  private static String cursorAt(Ticket ticket, Sort sort) {
    var key = sort.keyOf(ticket) + "|" + ticket.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static void startBehind(
      String cursor, Sort sort, List<String> conditions, Map<String, Object> parameters) {
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
      parameters.put("key", Instants.bind(Instant.parse(parts[0])));
      parameters.put("id", Long.parseLong(parts[1]));
    } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the cursor is none that this list gave out", e);
    }
    conditions.add(
        "(%1$s %2$s :key or %1$s = :key and t.id %2$s :id)"
            .formatted(sort.column, sort.ascending ? ">" : "<"));
  }
}
