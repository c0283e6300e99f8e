package org.redress.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to tickets: only ever added to. */
@Repository
public class History {

  /** The actor of everything the service does by itself. */
  public static final String REDRESS = "redress";

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final ApplicationEventPublisher events;

  History(JdbcTemplate batch, JdbcClient jdbc, Ids ids, ApplicationEventPublisher events) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.ids = ids;
    this.events = events;
  }

  /** Something happened to these tickets; told inside the transaction. */
  public record Written(Set<Long> tickets) {}

  /**
   * One thing that happened.
   *
   * @param actor a user's name, or {@link #REDRESS}
   * @param event what happened, for instance {@code opened}
   * @param rule for changes made by the machine: the rule behind it
   * @param clock for changes made by the machine: the obligation whose clock it was
   * @param reason what the person who did it gave as the reason
   */
  public record Entry(
      long ticketId,
      Instant at,
      String actor,
      String event,
      @Nullable String oldValue,
      @Nullable String newValue,
      @Nullable String rule,
      @Nullable String clock,
      @Nullable String reason) {

    /** An entry without a clock and without a reason. */
    public Entry(
        long ticketId,
        Instant at,
        String actor,
        String event,
        @Nullable String oldValue,
        @Nullable String newValue,
        @Nullable String rule) {
      this(ticketId, at, actor, event, oldValue, newValue, rule, null, null);
    }
  }

  /** Adds entries in one round trip. */
  public void add(List<Entry> entries) {
    batch.batchUpdate(
        """
        insert into history (id, ticket_id, at, actor, event, old_value, new_value, rule, clock,
                             reason)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entries.stream()
            .map(
                e ->
                    new Object[] {
                      ids.next(),
                      e.ticketId(),
                      Instants.bind(e.at()),
                      e.actor(),
                      e.event(),
                      e.oldValue(),
                      e.newValue(),
                      e.rule(),
                      e.clock(),
                      e.reason()
                    })
            .toList());
    events.publishEvent(
        new Written(entries.stream().map(Entry::ticketId).collect(Collectors.toSet())));
  }

  /** Everything that happened to a ticket, oldest first. */
  public List<Entry> of(long ticketId) {
    return of(List.of(ticketId)).getOrDefault(ticketId, List.of());
  }

  /** Everything that happened to tickets, by ticket, oldest first. */
  public Map<Long, List<Entry>> of(Collection<Long> ticketIds) {
    return jdbc
        .sql("select * from history where ticket_id in (:tickets) order by at, id")
        .param("tickets", ticketIds)
        .query(History::read)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Entry::ticketId));
  }

  /** Such things as happened to tickets, by ticket, oldest first. */
  public Map<Long, List<Entry>> of(Collection<Long> ticketIds, Collection<String> events) {
    return jdbc
        .sql(
            """
            select * from history where ticket_id in (:tickets) and event in (:events)
            order by at, id
            """)
        .param("tickets", ticketIds)
        .param("events", events)
        .query(History::read)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Entry::ticketId));
  }

  private static Entry read(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getLong("ticket_id"),
        Instants.readPresent(row, "at"),
        row.getString("actor"),
        row.getString("event"),
        row.getString("old_value"),
        row.getString("new_value"),
        row.getString("rule"),
        row.getString("clock"),
        row.getString("reason"));
  }
}
