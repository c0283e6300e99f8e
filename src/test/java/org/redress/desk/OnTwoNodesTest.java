package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redress.CareDesk;
import org.redress.FrontDoor;
import org.redress.Node;
import org.springframework.mock.env.MockEnvironment;

/** People work on two nodes of one database, and need not know on which. */
class OnTwoNodesTest {

  private static final Duration START = Duration.ofMinutes(5);
  private static final int MESSAGES = 5;
  private static final int CLICKS = 4;

  private static EmbeddedPostgres postgres;
  private static Connection database;
  private static Node one;
  private static Node other;
  private static FrontDoor doorOfOne;
  private static FrontDoor doorOfOther;

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
    var url = postgres.getJdbcUrl("postgres", "postgres");
    database = DriverManager.getConnection(url, "postgres", "");
    one = Node.start(url, Map.of());
    doorOfOne = door(one);
    await().atMost(START).until(() -> isOpen(doorOfOne));
    other = Node.start(url, Map.of());
    doorOfOther = door(other);
    await().atMost(START).until(() -> isOpen(doorOfOther));
  }

  @AfterAll
  static void stop() throws Exception {
    for (var running : new AutoCloseable[] {other, one, database, postgres}) {
      if (running != null) {
        running.close();
      }
    }
  }

  private static FrontDoor door(Node node) {
    var port = String.valueOf(node.port());
    return new FrontDoor(new MockEnvironment().withProperty("local.server.port", port));
  }

  private static boolean isOpen(FrontDoor door) throws Exception {
    try {
      return door.fetch("/actuator/health").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Test
  void whatHappensOnOneShowsOnAPageThatIsOpenOnTheOther() throws Exception {
    var word = "Nodes" + UUID.randomUUID().toString().substring(0, 8);
    var number = new CareDesk(doorOfOne).complain("The lamp flickers " + word, CareDesk.someone());
    try (var browser = Browser.open(other.port())) {
      browser.signIn("manager").go("/queue/all?priority=P1&q=" + word).find("#queue");

      doorOfOne.post(
          "/api/v1/tickets/" + number + "/priority",
          "{\"value\": \"P1\", \"reason\": \"A live wire\"}");

      browser.shows("belongs here now").press("#news a").shows(number);
    }
  }

  /** A message that waits is tried again by people on both nodes at once: it becomes one ticket. */
  @Test
  void whoeverTriesAMessageAgainWhereverItIsOneTicket() throws Exception {
    park();
    assertThat(clickAt(List.of(doorOfOne.as("integrator"), doorOfOther.as("integrator"))))
        .hasSize(MESSAGES * CLICKS * 2)
        .containsOnly(202, 404)
        .filteredOn(code -> code == 202)
        .hasSize(MESSAGES);
    await().atMost(START).until(() -> count("inbox where status <> 'done'") == 0);
    for (var rows :
        List.of(
            "complaint where channel = 'letters'",
            "ticket where channel = 'letters'",
            "failure_step")) {
      assertThat(count(rows)).as(rows).isEqualTo(MESSAGES);
    }
  }

  /** As the failure desk holds what no ticket could be made of at first. */
  private static void park() throws SQLException {
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

  private static List<Integer> clickAt(List<FrontDoor> doors) throws Exception {
    var clicks = new ArrayList<Callable<Integer>>();
    for (int times = 0; times < CLICKS; times++) {
      for (int i = 1; i <= MESSAGES; i++) {
        for (var door : doors) {
          var replay = "/api/v1/failures/%d/replay".formatted(9_000_000_000L + i);
          clicks.add(() -> door.post(replay, "").statusCode());
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

  private static long count(String rows) throws SQLException {
    try (var statement = database.createStatement();
        var counted = statement.executeQuery("select count(*) from " + rows)) {
      counted.next();
      return counted.getLong(1);
    }
  }
}
