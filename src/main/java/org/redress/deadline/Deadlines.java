package org.redress.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

  /** All deadlines of a ticket, the nearest first; clocks that have not started come last. */
  public List<Deadline> of(long ticketId) {
    return jdbc.sql(
            """
            select * from deadline where ticket_id = :ticket
            order by case when due_at is null then 1 else 0 end, due_at, id
            """)
        .param("ticket", ticketId)
        .query(Deadlines::read)
        .list();
  }

  void insert(List<Deadline> deadlines) {
    batch.batchUpdate(
        """
        insert into deadline (id, ticket_id, obligation, starts_after, span, calendar, rule,
                              started_at, due_at, met_at, next_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        deadlines.stream()
            .map(
                d ->
                    new Object[] {
                      d.id(),
                      d.ticketId(),
                      d.obligation(),
                      d.startsAfter(),
                      d.span(),
                      d.calendar(),
                      d.rule(),
                      Instants.bind(d.startedAt()),
                      Instants.bind(d.dueAt()),
                      Instants.bind(d.metAt()),
                      d.isOpen() ? Instants.bind(d.dueAt()) : null
                    })
            .toList());
  }

  void start(long id, Instant startedAt, Instant dueAt) {
    jdbc.sql(
            """
            update deadline set started_at = :started, due_at = :due, next_at = :due where id = :id
            """)
        .param("started", Instants.bind(startedAt))
        .param("due", Instants.bind(dueAt))
        .param("id", id)
        .update();
  }

  void meet(List<Long> ticketIds, String obligation, Instant at) {
    jdbc.sql(
            """
            update deadline set met_at = :at, next_at = null
            where ticket_id in (:tickets) and obligation = :obligation and met_at is null
            """)
        .param("at", Instants.bind(at))
        .param("tickets", ticketIds)
        .param("obligation", obligation)
        .update();
  }

  /** The nearest open deadline of each ticket; {@code null} where nothing is owed. */
  Map<Long, @Nullable Instant> nearest(List<Long> ticketIds) {
    var nearest = new HashMap<Long, @Nullable Instant>();
    ticketIds.forEach(id -> nearest.put(id, null));
    jdbc.sql(
            """
            select ticket_id, min(due_at) as due from deadline
            where ticket_id in (:tickets) and met_at is null group by ticket_id
            """)
        .param("tickets", ticketIds)
        .query(
            row -> {
              nearest.put(row.getLong("ticket_id"), Instants.read(row, "due"));
            });
    return nearest;
  }

  /** Deadlines whose next step is due, oldest first. */
  List<Deadline> passed(Instant now, int most) {
    return jdbc.sql("select * from deadline where next_at <= :now order by next_at, id limit :most")
        .param("now", Instants.bind(now))
        .param("most", most)
        .query(Deadlines::read)
        .list();
  }

  /**
   * Takes the one step of the ladder that a passed deadline has, unless it was taken or the
   * deadline met meanwhile. Called with the ticket locked.
   */
  boolean takeStep(long id, Instant now) {
    return jdbc.sql("update deadline set next_at = null where id = :id and next_at <= :now")
            .param("id", id)
            .param("now", Instants.bind(now))
            .update()
        == 1;
  }

  void recordStep(
      long id, String step, Instant at, @Nullable String fromOwner, @Nullable String toOwner) {
    jdbc.sql(
            """
            insert into deadline_step (deadline_id, step, at, from_owner, to_owner)
            values (?, ?, ?, ?, ?)
            """)
        .params(id, step, Instants.bind(at), fromOwner, toOwner)
        .update();
  }

  private static Deadline read(ResultSet row, int number) throws SQLException {
    return new Deadline(
        row.getLong("id"),
        row.getLong("ticket_id"),
        row.getString("obligation"),
        row.getString("starts_after"),
        row.getString("span"),
        row.getString("calendar"),
        row.getString("rule"),
        Instants.read(row, "started_at"),
        Instants.read(row, "due_at"),
        Instants.read(row, "met_at"));
  }
}
