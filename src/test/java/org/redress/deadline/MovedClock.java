package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.redress.FrontDoor;
import org.redress.ManualClock;
import org.redress.RedressApplication;
import org.redress.TestSite;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * One service whose clock tests move, and what they do with its tickets. It ends with the tests.
 */
abstract class MovedClock {

  static final Duration SECONDS = Duration.ofSeconds(30);
  static final ManualClock CLOCK = new ManualClock();
  static final Map<String, String> SETTINGS = TestSite.settings();

  static ConfigurableApplicationContext service;
  static Path calendars;
  static FrontDoor door;

  @BeforeAll
  static void start() throws IOException {
    if (service != null) {
      return;
    }
    calendars = TestSite.folder().resolve("calendars");
    FileSystemUtils.copyRecursively(Path.of("config/calendars"), calendars);
    Files.writeString(
        calendars.resolve("office.yml"), "zone: UTC\nweek:\n  monday-sunday: [00:00-24:00]\n");
    var application = new SpringApplication(RedressApplication.class);
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean(
                    "movedClock", Clock.class, () -> CLOCK, bean -> bean.setPrimary(true)));
    SETTINGS.put("server.port", "0");
    SETTINGS.put("redress.deadline.calendars", calendars.toString());
    SETTINGS.put("redress.access.staff-file", staff().toString());
    service =
        application.run(
            SETTINGS.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new));
    door = new FrontDoor(service.getEnvironment());
  }

  /** The people of the shipped site; the app team keeps other hours. */
  private static Path staff() throws IOException {
    Files.writeString(
        calendars.resolve("night.yml"), "zone: UTC\nweek:\n  monday-sunday: [00:00-12:00]\n");
    var shipped = Files.readString(Path.of("config/teams.yml"));
    var digital = shipped.indexOf("  digital:");
    var file = TestSite.folder().resolve("teams.yml");
    return Files.writeString(
        file,
        shipped.substring(0, digital)
            + shipped.substring(digital).replaceFirst("calendar: office", "calendar: night"));
  }

  static void replace(Path file, String old, String by) throws IOException {
    var text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, by));
  }

  static String ticket(String text) throws Exception {
    return ticket(text, UUID.randomUUID() + "@example.org");
  }

  static String ticket(String text, String mail) throws Exception {
    door.complain("{\"text\":\"%s\",\"customer\":{\"email\":\"%s\"}}".formatted(text, mail));
    await().atMost(SECONDS).until(() -> door.tickets(text).size() == 1);
    return door.tickets(text).get(0).get("number").asString();
  }

  static void act(String ticket, String act, String value, String reason) throws Exception {
    var body =
        "{\"value\":%s,\"reason\":%s}"
            .formatted(
                value == null ? "null" : '"' + value + '"',
                reason == null ? "null" : '"' + reason + '"');
    var answer = door.post("/api/v1/tickets/%s/%s".formatted(ticket, act), body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  static Instant due(String ticket, String obligation) throws Exception {
    return Instant.parse(deadline(ticket, obligation).get("due_at").asString());
  }

  static JsonNode deadline(String ticket, String obligation) throws Exception {
    for (JsonNode deadline : door.get("/api/v1/tickets/%s/deadlines".formatted(ticket))) {
      if (deadline.get("obligation").asString().equals(obligation)) {
        return deadline;
      }
    }
    throw new AssertionError(ticket + " has no deadline " + obligation);
  }

  static String reasons(JsonNode deadline) {
    return deadline.get("intervals").toString();
  }

  static String history(String ticket) throws Exception {
    var text = new StringBuilder();
    for (JsonNode entry : door.get("/api/v1/tickets/%s/history".formatted(ticket))) {
      text.append(entry.get("event").asString()).append(' ');
      text.append(entry.get("newValue").asString("")).append('\n');
    }
    return text.toString();
  }
}
