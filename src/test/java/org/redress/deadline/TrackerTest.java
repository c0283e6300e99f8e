package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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

/** Each step of a ladder is taken once, whatever happens to the service meanwhile. */
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
  void stepsMissedOverWeeksAreTakenOnceInOrderAndToldInOneMailEach() throws Exception {
    String number;
    try (var service = start()) {
      number = late(new FrontDoor(service.getEnvironment()));
    }
    clock.advance(Duration.ofDays(30));
    long steps;
    try (var service = start()) {
      var door = new FrontDoor(service.getEnvironment());
      settle(service);
      var ticket = door.tickets(number).get(0);
      assertThat(ticket.get("owner").asString()).isEqualTo("director");
      assertThat(ticket.get("overdue").asBoolean()).isTrue();
      steps = count(service, "deadline_step");
      assertThat(steps).isGreaterThan(10);
      assertThat(events(door, number, "deadline_passed", "deadline_near")).hasSize((int) steps);
      assertThat(events(door, number, "level"))
          .extracting(entry -> entry.get("newValue").asString())
          .containsExactly("1", "2", "3");
      assertThat(mails(service, "deadline_soon", "deadline_passed", "handed_over")).isEmpty();
      clock.advance(Duration.ofMinutes(1));
      await().atMost(SECONDS).until(() -> count(service, "digest_line") == 0);
      assertThat(mails(service, "deadline_digest"))
          .contains("director@redress.local", "lead@redress.local", "manager@redress.local")
          .doesNotHaveDuplicates();
      clock.advance(Duration.ofDays(1));
      settle(service);
    }
    try (var service = start()) {
      settle(service);
      assertThat(count(service, "deadline_step")).isEqualTo(steps);
      assertThat(mails(service, "deadline_digest")).doesNotHaveDuplicates();
    }
  }

  @Test
  void theOwnerIsRemindedThenTheLadderIsClimbed() throws Exception {
    try (var service = start()) {
      var door = new FrontDoor(service.getEnvironment());
      var number = late(door);
      var owner = door.tickets(number).get(0).get("owner").asString();
      var listen = deadline(door, number, "listen");
      var due = Instant.parse(listen.get("due_at").asString());
      goToNextStep(service);
      assertThat(clock.instant()).isBefore(due);
      assertThat(events(door, number, "deadline_near")).as("listen and empathise").hasSize(2);
      assertThat(mails(service, "deadline_soon")).containsOnlyOnce(owner + "@redress.local");
      assertThat(events(door, number, "deadline_passed")).isEmpty();

      goToNextStep(service);
      assertThat(clock.instant()).isBetween(due, due.plusSeconds(60));
      assertThat(mails(service, "deadline_passed"))
          .contains(owner + "@redress.local", "lead@redress.local");
      assertThat(door.tickets(number).get(0).get("owner").asString()).isEqualTo(owner);

      goToNextStep(service);
      assertThat(mails(service, "handed_over")).contains("lead@redress.local");
      assertThat(door.tickets(number).get(0).get("owner").asString()).isEqualTo("lead");
      var handedOver = events(door, number, "owner").get(1);
      assertThat(handedOver.get("rule").asString()).isEqualTo("standard: due + 4wh");
      assertThat(handedOver.get("clock").asString()).isEqualTo("listen");
      assertThat(handedOver.get("oldValue").asString()).isEqualTo(owner);
    }
  }

  private static String late(FrontDoor door) throws Exception {
    door.complain("{\"text\":\"My parcel is late\",\"customer\":{\"email\":\"late@example.org\"}}");
    await().atMost(SECONDS).until(() -> door.tickets("parcel is late").size() == 1);
    var ticket = door.tickets("parcel is late").get(0);
    assertThat(ticket.get("overdue").asBoolean()).isFalse();
    return ticket.get("number").asString();
  }

  /** Waits until no step is due any more. */
  private void settle(ConfigurableApplicationContext service) {
    await()
        .atMost(SECONDS)
        .until(
            () ->
                service
                        .getBean(JdbcClient.class)
                        .sql("select count(*) from deadline where next_at <= :now")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                    == 0);
  }

  /** Lets it be the time of the next step for listening, and lets it be taken. */
  private void goToNextStep(ConfigurableApplicationContext service) {
    var next =
        service
            .getBean(JdbcClient.class)
            .sql("select next_at from deadline where obligation = 'listen'")
            .query(OffsetDateTime.class)
            .single();
    clock.setTo(next.toInstant().plusMillis(500));
    settle(service);
  }

  private static long count(ConfigurableApplicationContext service, String table) {
    return service
        .getBean(JdbcClient.class)
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }

  /** Who got, or gets, mails of these names. */
  private static List<String> mails(ConfigurableApplicationContext service, String... names) {
    return service
        .getBean(JdbcClient.class)
        .sql("select recipient from notice where name in (:names)")
        .param("names", List.of(names))
        .query(String.class)
        .list();
  }

  private static JsonNode deadline(FrontDoor door, String number, String obligation)
      throws Exception {
    for (JsonNode deadline : door.get("/api/v1/tickets/%s/deadlines".formatted(number))) {
      if (deadline.get("obligation").asString().equals(obligation)) {
        return deadline;
      }
    }
    throw new AssertionError("no deadline " + obligation);
  }

  private static List<JsonNode> events(FrontDoor door, String number, String... names)
      throws Exception {
    var found = new ArrayList<JsonNode>();
    for (JsonNode entry : door.get("/api/v1/tickets/%s/history".formatted(number))) {
      if (List.of(names).contains(entry.get("event").asString())) {
        found.add(entry);
      }
    }
    return found;
  }
}
