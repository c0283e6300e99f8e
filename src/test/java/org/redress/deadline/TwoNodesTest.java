package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.Node;

/** Two nodes on one PostgreSQL, killed in turn: every step is taken, and none twice. */
class TwoNodesTest {

  private static final int TICKETS = 3_000;
  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration ALL = Duration.ofMinutes(3);

  @Test
  void noStepIsLostOrDoubledWhenNodesAreKilledInTurn() throws Exception {
    try (var postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start()) {
      var url = postgres.getJdbcUrl("postgres", "postgres");
      try (var database = DriverManager.getConnection(url, "postgres", "")) {
        var one = start(url);
        await().atMost(START).until(() -> isReady(database));
        var other = start(url);
        try {
          var now = Instant.now();
          ManyDeadlines.insert(database, TICKETS, now, now.plusSeconds(20));
          database.setAutoCommit(true);
          await().atMost(ALL).until(() -> steps(database) > TICKETS / 4);
          one.close();
          one = start(url);
          var half = steps(database);
          await().atMost(ALL).until(() -> steps(database) > half + TICKETS / 4);
          other.close();
          await().atMost(ALL).until(() -> waiting(database) == 0);
        } finally {
          one.close();
          other.close();
        }
        assertThat(steps(database)).isEqualTo(2 * TICKETS);
        for (var event : List.of("deadline_near", "deadline_passed")) {
          assertThat(
                  count(
                      database, "select count(*) from history where event = '%s'".formatted(event)))
              .isEqualTo(TICKETS);
          assertThat(
                  count(
                      database,
                      "select count(distinct ticket_id) from history where event = '%s'"
                          .formatted(event)))
              .isEqualTo(TICKETS);
        }
      }
    }
  }

  private static Node start(String url) throws IOException {
    return Node.start(url, Map.of("redress.deadline.batch-size", "100"));
  }

  /** Whether a node has brought the database up to date and reckons by its rules. */
  private static boolean isReady(Connection database) {
    try {
      return count(database, "select count(*) from reckoned_under") == 1;
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static long steps(Connection database) throws SQLException {
    return count(database, "select count(*) from deadline_step");
  }

  private static long waiting(Connection database) throws SQLException {
    return count(database, "select count(*) from deadline where next_at <= current_timestamp")
        + 2L * TICKETS
        - steps(database);
  }

  private static long count(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
