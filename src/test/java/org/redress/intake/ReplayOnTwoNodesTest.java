package org.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.redress.Node;

/** A message that waits is tried again by people on two nodes at once: it becomes one ticket. */
class ReplayOnTwoNodesTest {

  private static final Duration START = Duration.ofMinutes(5);
  private static final int MESSAGES = 5;
  private static final int CLICKS = 4;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void whoeverPressesWhereverItIsOneTicket() throws Exception {
    try (var postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start()) {
      var url = postgres.getJdbcUrl("postgres", "postgres");
      try (var one = Node.start(url, Map.of());
          var database = DriverManager.getConnection(url, "postgres", "")) {
        await().atMost(START).until(() -> isUp(one));
        try (var other = Node.start(url, Map.of())) {
          await().atMost(START).until(() -> isUp(other));
          park(database);
          assertThat(clickAt(List.of(one, other)))
              .hasSize(MESSAGES * CLICKS * 2)
              .containsOnly(202, 404)
              .filteredOn(code -> code == 202)
              .hasSize(MESSAGES);
          await().atMost(START).until(() -> waiting(database) == 0);
        }
        for (var table : List.of("complaint", "ticket", "failure_step")) {
          assertThat(count(database, "select count(*) from " + table)).isEqualTo(MESSAGES);
        }
      }
    }
  }

  private boolean isUp(Node node) {
    try {
      var health = URI.create("http://127.0.0.1:%d/actuator/health".formatted(node.port()));
      return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString()).statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** As the failure desk holds what no ticket could be made of at first. */
  private static void park(Connection database) throws SQLException {
    try (var statement = database.createStatement()) {
      for (int i = 1; i <= MESSAGES; i++) {
        statement.executeUpdate(
            """
            insert into inbox (id, channel, external_id, receipt, format, payload, received_at,
                               status, attempts, next_at, stored_at, reason, reason_zh)
            values (%d, 'letters', 'l%d', 'R-L%d', 'JSON', convert_to('{"text":"Late"}', 'UTF8'),
                    now(), 'parked', 1, now(), now(), 'Once', '一次')
            """
                .formatted(9_000_000_000L + i, i, i));
      }
    }
  }

  private List<Integer> clickAt(List<Node> nodes) throws Exception {
    var clicks = new ArrayList<Callable<Integer>>();
    for (int times = 0; times < CLICKS; times++) {
      for (int i = 1; i <= MESSAGES; i++) {
        for (var node : nodes) {
          var message = 9_000_000_000L + i;
          clicks.add(() -> replay(node, message));
        }
      }
    }
    var people = Executors.newFixedThreadPool(8);
    var codes = new ArrayList<Integer>();
    for (var answer : people.invokeAll(clicks)) {
      codes.add(answer.get());
    }
    people.shutdown();
    return codes;
  }

  private int replay(Node node, long message) throws Exception {
    var credentials = Base64.getEncoder().encodeToString("integrator:integrator".getBytes());
    var address = "http://127.0.0.1:%d/api/v1/failures/%d/replay".formatted(node.port(), message);
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Basic " + credentials)
            .POST(BodyPublishers.noBody())
            .build();
    return http.send(request, BodyHandlers.ofString()).statusCode();
  }

  private static long waiting(Connection database) throws SQLException {
    return count(database, "select count(*) from inbox where status <> 'done'");
  }

  private static long count(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
