package org.redress.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.TimeSpan;
import org.redress.deadline.reckoning.Policy;
import org.redress.deadline.reckoning.Policy.Start;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The deadlines of tickets, as rows. */
@Repository
public class Deadlines {

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;

  Deadlines(JdbcTemplate batch, JdbcClient jdbc) {
    this.batch = batch;
    this.jdbc = jdbc;
  }

  /** All deadlines of a ticket, the nearest first; clocks that do not run come last. */
  public List<Deadline> of(long ticketId) {
    return of(List.of(ticketId));
  }

  /** All deadlines of tickets, the nearest first. */
  public List<Deadline> of(Collection<Long> ticketIds) {
    return jdbc.sql(
            """
            select * from deadline where ticket_id in (:tickets)
            order by case when due_at is null then 1 else 0 end, due_at, id
            """)
        .param("tickets", ticketIds)
        .query(Deadlines::read)
        .list();
  }

  /** Why the next steps of a ticket's deadlines failed, by deadline; they are tried again. */
  public Map<Long, String> troubles(long ticketId) {
    var troubles = new HashMap<Long, String>();
    jdbc.sql("select id, trouble from deadline where ticket_id = :ticket and trouble is not null")
        .param("ticket", ticketId)
        .query(
            row -> {
              troubles.put(row.getLong("id"), row.getString("trouble"));
            });
    return troubles;
  }

  /** A deadline and when the next step of its ladder is to be taken; none when there is none. */
  public record Planned(Deadline deadline, @Nullable Instant nextAt) {}

  public void insert(List<Planned> planned) {
    batch.batchUpdate(
        """
        insert into deadline (started_at, counted_from, due_at, paused_at, met_at, ended_at, next_at,
                              span, calendar, rule, starts_after, start_event, ends_with, pauses,
                              ladder, id, ticket_id, obligation, round)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        planned.stream().map(p -> row(p, true)).toList());
  }

  void update(List<Planned> planned) {
    batch.batchUpdate(
        """
        update deadline set started_at = ?, counted_from = ?, due_at = ?, paused_at = ?, met_at = ?,
                            ended_at = ?, next_at = ?, span = ?, calendar = ?, rule = ?,
                            starts_after = ?, start_event = ?, ends_with = ?, pauses = ?, ladder = ?,
                            attempts = 0, trouble = null
        where id = ?
        """,
        planned.stream().map(p -> row(p, false)).toList());
  }

  private static Object[] row(Planned planned, boolean isNew) {
    var deadline = planned.deadline();
    var policy = deadline.policy();
    var common =
        new Object[] {
          Instants.bind(deadline.startedAt()),
          Instants.bind(deadline.countedFrom()),
          Instants.bind(deadline.dueAt()),
          Instants.bind(deadline.pausedAt()),
          Instants.bind(deadline.metAt()),
          Instants.bind(deadline.endedAt()),
          Instants.bind(planned.nextAt()),
          policy.span().toString(),
          policy.calendar(),
          policy.rule(),
          policy.after(),
          policy.start().key(),
          policy.endsWith(),
          policy.pauses(),
          deadline.ladder(),
          deadline.id(),
          deadline.ticketId(),
          deadline.obligation(),
          deadline.round()
        };
    return isNew ? common : Arrays.copyOf(common, common.length - 3);
  }

  /** Notes when the next steps of ladders are to be taken. */
  public void plan(Map<Long, @Nullable Instant> nextAt) {
    batch.batchUpdate(
        "update deadline set next_at = ?, attempts = 0, trouble = null where id = ?",
        nextAt.entrySet().stream()
            .map(e -> new Object[] {Instants.bind(e.getValue()), e.getKey()})
            .toList());
  }

  public void meet(List<Long> ticketIds, String obligation, Instant at) {
    jdbc.sql(
            """
            update deadline set met_at = :at, next_at = null
            where ticket_id in (:tickets) and ends_with = :obligation
              and met_at is null and ended_at is null
            """)
        .param("at", Instants.bind(at))
        .param("tickets", ticketIds)
        .param("obligation", obligation)
        .update();
  }

  /** The nearest open deadline of each ticket; {@code null} where nothing is owed. */
  Map<Long, @Nullable Instant> nearest(Collection<Long> ticketIds) {
    var nearest = new HashMap<Long, @Nullable Instant>();
    ticketIds.forEach(id -> nearest.put(id, null));
    jdbc.sql(
            """
            select ticket_id, min(due_at) as due from deadline
            where ticket_id in (:tickets) and met_at is null and ended_at is null
            group by ticket_id
            """)
        .param("tickets", ticketIds)
        .query(
            row -> {
              nearest.put(row.getLong("ticket_id"), Instants.read(row, "due"));
            });
    return nearest;
  }

  /** Reads one row. */
  public static Deadline read(ResultSet row, int number) throws SQLException {
    var startedAt = Instants.read(row, "started_at");
    var start = Start.valueOf(row.getString("start_event").toUpperCase(Locale.ROOT));
    var policy =
        new Policy(
            row.getString("obligation"),
            start,
            row.getString("starts_after"),
            TimeSpan.parse(row.getString("span")),
            row.getString("calendar"),
            row.getBoolean("pauses"),
            row.getString("ends_with"),
            row.getString("rule"),
            start == Start.PROMISED ? startedAt : null);
    return new Deadline(
        row.getLong("id"),
        row.getLong("ticket_id"),
        row.getInt("round"),
        policy,
        row.getString("ladder"),
        startedAt,
        Instants.read(row, "counted_from"),
        Instants.read(row, "due_at"),
        Instants.read(row, "paused_at"),
        Instants.read(row, "met_at"),
        Instants.read(row, "ended_at"));
  }
}
