package org.redress.deadline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;

/** Open tickets in any number, each with one deadline, put straight into the database. */
public final class ManyDeadlines {

  private static final long FIRST_ID = 4_000_000_000L;
  private static final int BATCH = 1_000;
  private static final List<String> OWNERS = List.of("agent", "mei", "tom", "wang", "lena");

  private ManyDeadlines() {}

  /**
   * Adds tickets whose deadlines fall evenly between two moments. Of the standard ladder, the
   * reminder before and the step at the deadline come then; the others hours later.
   */
  public static void insert(Connection database, int count, Instant from, Instant until)
      throws SQLException {
    database.setAutoCommit(false);
    customer(database);
    complaints(database, count, from);
    tickets(database, count, from);
    deadlines(database, count, from, Duration.between(from, until).toMillis());
    database.commit();
  }

  private static void customer(Connection database) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.executeUpdate(
          """
          insert into customer (id, tier, created_at)
          values (4000000000, 'standard', current_timestamp)
          """);
    }
  }

  private static void complaints(Connection database, int count, Instant at) throws SQLException {
    var sql =
        """
        insert into complaint (id, receipt, channel, external_id, customer_id, language, text,
                               received_at)
        values (?, ?, 'api', ?, 4000000000, 'en', 'My parcel is late', ?)
        """;
    each(
        database,
        sql,
        count,
        (row, id) -> {
          row.setLong(1, id);
          row.setString(2, "X" + id);
          row.setString(3, "many-" + id);
          row.setObject(4, at.atOffset(ZoneOffset.UTC));
        });
  }

  private static void tickets(Connection database, int count, Instant at) throws SQLException {
    var sql =
        """
        insert into ticket (id, number, complaint_id, customer_id, subject, status, channel,
                            language, category, cause, demand, emotion, severity, priority,
                            escalation, team, owner, level, needs_person, customer_spoke_last,
                            created_at, changed_at)
        values (?, ?, ?, 4000000000, 'Late parcel', 'open', 'api', 'en', 'delivery', 'unknown', '',
                'calm', 'medium', 'P3', 'none', 'logistics', ?, 0, false, true, ?, ?)
        """;
    each(
        database,
        sql,
        count,
        (row, id) -> {
          row.setLong(1, id);
          row.setString(2, "MD-" + id);
          row.setLong(3, id);
          row.setString(4, OWNERS.get((int) (id % OWNERS.size())));
          row.setObject(5, at.atOffset(ZoneOffset.UTC));
          row.setObject(6, at.atOffset(ZoneOffset.UTC));
        });
  }

  private static void deadlines(Connection database, int count, Instant from, long millis)
      throws SQLException {
    var sql =
        """
        insert into deadline (id, ticket_id, obligation, span, calendar, rule, started_at, due_at,
                              next_at, ends_with)
        values (?, ?, 'listen', '1h', 'office', 'Every complaint is heard', ?, ?, ?, 'listen')
        """;
    each(
        database,
        sql,
        count,
        (row, id) -> {
          var due = from.plusMillis(millis * (id - FIRST_ID) / count).atOffset(ZoneOffset.UTC);
          row.setLong(1, id);
          row.setLong(2, id);
          row.setObject(3, due.minusHours(1));
          row.setObject(4, due);
          row.setObject(5, due);
        });
  }

  /** Fills one row. */
  private interface Filling {
    void fill(PreparedStatement row, long id) throws SQLException;
  }

  private static void each(Connection database, String sql, int count, Filling filling)
      throws SQLException {
    try (var rows = database.prepareStatement(sql)) {
      for (var id : LongStream.range(FIRST_ID, FIRST_ID + count).toArray()) {
        filling.fill(rows, id);
        rows.addBatch();
        if (id % BATCH == 0) {
          rows.executeBatch();
        }
      }
      rows.executeBatch();
    }
  }
}
