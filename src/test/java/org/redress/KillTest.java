package org.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Nothing received is lost, nothing is handled twice: the service is killed under load, again and
 * again, and everything it had acknowledged must be a ticket in the end, exactly once. Two kills on
 * each database by default; {@code -Dredress.kills=20} for a thorough run.
 */
class KillTest {

  private static final int KILLS = Integer.getInteger("redress.kills", 2);
  private static final int SENDERS = 4;
  private static final Duration START = Duration.ofMinutes(10);
  private static final Duration DRAIN = Duration.ofMinutes(5);

  private final Random random = new Random();
  private final Path folder = TestSite.folder();
  private final Map<String, String> settings = TestSite.settings(folder);

  /** What senders were told is received: the word in the subject of a mail or in a text. */
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

  @Test
  void losesAndDoublesNothingOnH2() throws Exception {
    killAndCount("sa", "");
  }

  @Test
  void losesAndDoublesNothingOnPostgres() throws Exception {
    try (var postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start()) {
      settings.put("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
      settings.put("spring.datasource.username", "postgres");
      killAndCount("postgres", "");
    }
  }

  private void killAndCount(String user, String password) throws Exception {
    settings.put("server.port", TestSite.freePort());
    settings.put("redress.intake.retry-after", "100ms");
    for (int kill = 1; kill <= KILLS; kill++) {
      var service = start();
      load(random.nextInt(500, 3000), service);
    }
    var service = start();
    try {
      var door = door();
      await().atMost(DRAIN).until(() -> door.get("/api/v1/failures").get("failures").size() == 0);
      await().atMost(DRAIN).pollDelay(Duration.ofSeconds(3)).until(() -> isDrained(door));
    } finally {
      service.destroy();
      service.waitFor(20, TimeUnit.SECONDS);
    }
    compare(user, password);
  }

  private FrontDoor door() {
    var environment = new StandardEnvironment();
    var all = new HashMap<String, Object>(settings);
    all.put("local.server.port", settings.get("server.port"));
    all.put("redress.notification.from", "complaints@redress.local");
    environment.getPropertySources().addFirst(new MapPropertySource("test", all));
    return new FrontDoor(environment);
  }

  private Process start() throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(RedressApplication.class.getName());
    settings.forEach((name, value) -> command.add("--" + name + "=" + value));
    var log = folder.resolve("service.log").toFile();
    var service =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    var door = door();
    await("start of the service, see " + log)
        .atMost(START)
        .ignoreExceptions()
        .until(() -> service.isAlive() && door.get("/api/v1/failures") != null);
    return service;
  }

  /** Sends mails and posts from several threads and kills the service while they do. */
  private void load(int millis, Process service) throws Exception {
    var senders = Executors.newFixedThreadPool(SENDERS);
    for (int i = 0; i < SENDERS; i++) {
      var byMail = i % 2 == 0;
      senders.submit(() -> sendUntilRefused(byMail));
    }
    Thread.sleep(millis);
    service.destroyForcibly().waitFor();
    senders.shutdownNow();
    assertThat(senders.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  private void sendUntilRefused(boolean byMail) {
    var door = door();
    while (true) {
      var word = "k" + UUID.randomUUID().toString().replace("-", "");
      try {
        if (byMail) {
          door.mail(word + "@example.org", word, "My parcel is late.");
        } else {
          door.complain("{\"text\":\"My parcel is late.\",\"subject\":\"%s\"}".formatted(word));
        }
      } catch (Exception | AssertionError killed) {
        return;
      }
      acknowledged.add(word);
    }
  }

  private boolean isDrained(FrontDoor door) {
    try {
      return acknowledged.stream()
          .skip(Math.max(0, acknowledged.size() - 5L))
          .allMatch(word -> tickets(door, word) == 1);
    } catch (IllegalStateException notYet) {
      return false;
    }
  }

  private static int tickets(FrontDoor door, String word) {
    try {
      return door.tickets(word).size();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void compare(String user, String password) throws SQLException {
    var subjects = new ArrayList<String>();
    try (var connection =
            DriverManager.getConnection(settings.get("spring.datasource.url"), user, password);
        var statement = connection.createStatement()) {
      var rows =
          statement.executeQuery(
              """
              select t.subject,
                     (select count(*) from deadline d where d.ticket_id = t.id) as deadlines,
                     (select count(*) from decision d where d.ticket_id = t.id) as decisions
              from ticket t
              """);
      while (rows.next()) {
        subjects.add(rows.getString("subject"));
        assertThat(rows.getInt("deadlines")).isPositive();
        assertThat(rows.getInt("decisions")).isEqualTo(1);
      }
    }
    System.out.printf(
        "%s: %d kills, %d acknowledged, %d tickets%n",
        settings.get("spring.datasource.url").split(":")[1],
        KILLS,
        acknowledged.size(),
        subjects.size());
    assertThat(subjects).doesNotHaveDuplicates().containsAll(acknowledged);
    assertThat(acknowledged).isNotEmpty();
  }
}
