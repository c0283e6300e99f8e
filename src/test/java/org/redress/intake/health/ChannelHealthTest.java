package org.redress.intake.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.FrontDoor;
import org.redress.RedressApplication;
import org.redress.TestSite;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Figures of channels over a restart, and who is told of trouble. */
class ChannelHealthTest {

  private static final Duration SECONDS = Duration.ofSeconds(20);
  private static final String BAD =
      "- route:\n    id: partner\n    description: Partner\n    from:\n      uri: exec:rm\n      steps: []\n";

  private final Map<String, String> settings = TestSite.settings();
  @TempDir private Path folder;

  @BeforeEach
  void lookOften() throws Exception {
    FileSystemUtils.copyRecursively(Path.of("routes"), folder.resolve("routes"));
    settings.put("redress.routes.folder", folder.resolve("routes").toString());
    settings.put("redress.routes.look-every", "100ms");
    settings.put("redress.channel-health.look", "100ms");
    settings.put("redress.channel-health.write", "100ms");
    settings.put("redress.channel-health.failing-after", "0s");
    settings.put("server.port", "0");
  }

  @Test
  void figuresSurviveARestartAndStandInMetrics() throws Exception {
    try (var service = start()) {
      var door = new FrontDoor(service.getEnvironment());
      var body = "{\"text\":\"Late parcel\",\"channel\":\"letters\",\"external_id\":\"%s\"%s}";
      door.complain(body.formatted("one", ""));
      door.complain(body.formatted("one", ""));
      await().atMost(SECONDS).until(() -> door.tickets("Late parcel").size() == 1);
      var number = door.tickets("Late parcel").get(0).get("number").asString();
      door.complain(body.formatted("two", ",\"reference\":\"%s\"".formatted(number)));
      await().atMost(SECONDS).until(() -> count(door, "letters", "joined") == 1);
      assertThat(
              service
                  .getBean(MeterRegistry.class)
                  .get("redress.channel.messages")
                  .tags("channel", "letters", "outcome", "ticket")
                  .counter()
                  .count())
          .isEqualTo(1);
      await()
          .atMost(SECONDS)
          .until(() -> door.page("/actuator/prometheus").contains("redress_channel_up{"));
      assertThat(door.page("/actuator/prometheus"))
          .contains("redress_channel_lag_seconds_count{", "redress_channel_last_message_seconds{");
    }
    try (var service = start()) {
      var door = new FrontDoor(service.getEnvironment());
      var figures = channel(door, "letters").get("seven_days");
      assertThat(figures.get("received").asInt()).isEqualTo(2);
      assertThat(figures.get("tickets").asInt()).isEqualTo(1);
      assertThat(figures.get("joined").asInt()).isEqualTo(1);
      assertThat(figures.get("duplicates").asInt()).isEqualTo(1);
      assertThat(figures.get("lag_ms").asLong()).isBetween(0L, 20_000L);
      assertThat(figures.get("last_message_at").asString()).isNotBlank();
    }
  }

  @Test
  void aSilentChannelIsToldOnceOverRestartsAndOnceWhenItIsHeardAgain() throws Exception {
    try (var service = start()) {
      hadTenAnHourUntilSixHoursAgo(service, "letters");
      hadTenAnHourUntilSixHoursAgo(service, "nightly");
      await().atMost(SECONDS).until(() -> notices(service, "channel_silent").size() == 2);
    }
    try (var service = start()) {
      var door = new FrontDoor(service.getEnvironment());
      assertThat(channel(door, "letters").get("silent").asBoolean()).isTrue();
      assertThat(notices(service, "channel_silent").get(0))
          .contains("\"letters\" has received nothing since")
          .containsPattern("about (6\\d|70) messages");
      door.complain("{\"text\":\"Here again\",\"channel\":\"letters\"}");
      await().atMost(SECONDS).until(() -> notices(service, "channel_well").size() == 1);
      assertThat(channel(door, "letters").get("silent").asBoolean()).isFalse();
      assertThat(notices(service, "channel_silent")).hasSize(2);
    }
  }

  @Test
  void aFailingFileIsToldOnceWithItsLineAndOnceWhenItIsMended() throws Exception {
    try (var service = start()) {
      var door = new FrontDoor(service.getEnvironment());
      var file = folder.resolve("routes/partner.camel.yaml");
      Files.writeString(file, BAD);
      await().atMost(SECONDS).until(() -> partnerNotices(service, "channel_failing").size() == 1);
      assertThat(partnerNotices(service, "channel_failing").get(0))
          .contains("routes/partner.camel.yaml:5:", "may not read from 'exec:rm'");
      var line = channel(door, "routes/partner.camel.yaml");
      assertThat(line.get("state").asString()).isEqualTo("off");
      assertThat(line.get("problem").asString()).contains("partner.camel.yaml:5:");
      assertThat(line.get("problem_zh").asString()).contains("partner.camel.yaml:5:", "渠道不能从");

      Files.writeString(folder.resolve("routes/" + "long-".repeat(20) + ".camel.yaml"), BAD);
      await().atMost(SECONDS).until(() -> notices(service, "channel_failing").size() == 2);
      Files.delete(file);
      await().atMost(SECONDS).until(() -> partnerNotices(service, "channel_well").size() == 1);
      assertThat(partnerNotices(service, "channel_failing")).hasSize(1);
    }
  }

  @Test
  void aClusterThatIsAwayIsTold() throws Exception {
    settings.put("redress.kafka.brokers", "127.0.0.1:" + TestSite.freePort());
    try (var service = start()) {
      Files.copy(
          Path.of("routes/kafka.camel.yaml.draft"), folder.resolve("routes/kafka.camel.yaml"));
      var door = new FrontDoor(service.getEnvironment());
      await()
          .atMost(SECONDS)
          .until(() -> door.get("/api/v1/channels").toString().contains("kafka"));
      await()
          .atMost(SECONDS)
          .until(
              () -> channel(door, "kafka").toString().contains("no broker answers at 127.0.0.1"));
      assertThat(channel(door, "kafka").get("state").asString()).isEqualTo("off");
      assertThat(channel(door, "kafka").get("problem").asString()).contains("Check redress.kafka");
    }
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplication(RedressApplication.class)
        .run(
            settings.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new));
  }

  private static void hadTenAnHourUntilSixHoursAgo(
      ConfigurableApplicationContext service, String channel) {
    var now = Instant.now().truncatedTo(ChronoUnit.HOURS);
    // All at once, for the watch is looking meanwhile.
    new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(
            status -> {
              for (int hour = 6; hour <= 28 * 24; hour++) {
                var begins = now.minus(hour, ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
                service
                    .getBean(JdbcClient.class)
                    .sql("insert into channel_hour values (?, ?, 10, 10, 0, 0, 0, 0, 0, 1000, ?)")
                    .params(channel, begins, begins)
                    .update();
              }
            });
  }

  private static List<String> notices(ConfigurableApplicationContext service, String name) {
    return service
        .getBean(JdbcClient.class)
        .sql("select body from notice where name = ? and recipient like 'integrator@%' order by id")
        .param(name)
        .query(String.class)
        .list();
  }

  private static List<String> partnerNotices(ConfigurableApplicationContext service, String name) {
    return notices(service, name).stream().filter(body -> body.contains("partner")).toList();
  }

  private static long count(FrontDoor door, String channel, String what) throws Exception {
    for (var one : door.get("/api/v1/channels").get("channels")) {
      if (one.get("name").asString().equals(channel)) {
        return one.get("seven_days").get(what).asLong();
      }
    }
    return 0;
  }

  private static JsonNode channel(FrontDoor door, String name) throws Exception {
    return door.get("/api/v1/channels")
        .get("channels")
        .valueStream()
        .filter(one -> one.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
