package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.FrontDoor;
import org.redress.ManualClock;
import org.redress.RedressApplication;
import org.redress.TestSite;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A deadline that passes raises its ticket once, whatever happens to the service meanwhile. */
class TrackerTest {

  private static final Duration SECONDS = Duration.ofSeconds(20);

  private final Map<String, String> settings = TestSite.settings();
  private final ManualClock clock = new ManualClock();

  private ConfigurableApplicationContext start() {
    var application = new SpringApplication(RedressApplication.class);
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean(
                    "movedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
    settings.put("server.port", "0");
    return application.run(
        settings.entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new));
  }

  @Test
  void aPassedDeadlineRaisesTheTicketOnceAndSurvivesARestart() throws Exception {
    String number;
    try (var service = start()) {
      var door = new FrontDoor(service.getEnvironment());
      door.complain(
          "{\"text\":\"My parcel is late\",\"customer\":{\"email\":\"late@example.org\"}}");
      await().atMost(SECONDS).until(() -> door.tickets("parcel is late").size() == 1);
      var ticket = door.tickets("parcel is late").get(0);
      number = ticket.get("number").asString();
      assertThat(ticket.get("overdue").asBoolean()).isFalse();
    }
    clock.advance(Duration.ofDays(30));
    try (var service = start()) {
      var door = new FrontDoor(service.getEnvironment());
      await().atMost(SECONDS).until(() -> passed(door, number) > 0);
      var steps = settled(service, door, number);
      assertThat(door.tickets(number).get(0).get("owner").asString()).isEqualTo("director");
      assertThat(door.tickets(number).get(0).get("overdue").asBoolean()).isTrue();
      assertThat(notices(service)).isEqualTo(steps);
      clock.advance(Duration.ofDays(1));
      await()
          .during(Duration.ofSeconds(2))
          .atMost(SECONDS)
          .until(() -> passed(door, number) == steps);
    }
    try (var service = start()) {
      var door = new FrontDoor(service.getEnvironment());
      var steps = passed(door, number);
      await()
          .during(Duration.ofSeconds(2))
          .atMost(SECONDS)
          .until(() -> passed(door, number) == steps);
    }
  }

  /** Waits until every open deadline of the ticket has taken its step, and counts the steps. */
  private static long settled(
      ConfigurableApplicationContext service, FrontDoor door, String number) {
    var jdbc = service.getBean(JdbcClient.class);
    await()
        .atMost(SECONDS)
        .until(
            () ->
                jdbc.sql("select count(*) from deadline where next_at is not null")
                        .query(Long.class)
                        .single()
                    == 0);
    var steps = jdbc.sql("select count(*) from deadline_step").query(Long.class).single();
    assertThat(passed(door, number)).isEqualTo(steps);
    return steps;
  }

  private static long notices(ConfigurableApplicationContext service) {
    return service
        .getBean(JdbcClient.class)
        .sql("select count(*) from notice where name = 'deadline_passed'")
        .query(Long.class)
        .single();
  }

  private static long passed(FrontDoor door, String number) {
    try {
      var count = 0;
      for (JsonNode entry : door.get("/api/v1/tickets/%s/history".formatted(number))) {
        count += entry.get("event").asString().equals("deadline_passed") ? 1 : 0;
      }
      return count;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
