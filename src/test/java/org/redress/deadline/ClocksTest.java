package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redress.FrontDoor;
import org.redress.ManualClock;
import org.redress.RedressApplication;
import org.redress.TestSite;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Clocks follow what happens to their tickets, their rules and their calendars. */
class ClocksTest {

  private static final Duration SECONDS = Duration.ofSeconds(30);
  private static final ManualClock CLOCK = new ManualClock();
  private static final Map<String, String> SETTINGS = TestSite.settings();

  private static ConfigurableApplicationContext service;
  private static Path calendars;
  private static FrontDoor door;

  @BeforeAll
  static void start() throws IOException {
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
    service =
        application.run(
            SETTINGS.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new));
    door = new FrontDoor(service.getEnvironment());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void waitingForTheCustomerPausesWhatMayPauseAndShiftsIt() throws Exception {
    var ticket = ticket("The parcel came late");
    var due = due(ticket, "find_cause");
    var listen = due(ticket, "listen");
    act(ticket, "wait", null, "Which order was it?");
    assertThat(deadline(ticket, "find_cause").get("due_at").isNull()).isTrue();
    assertThat(deadline(ticket, "find_cause").get("paused_at").isNull()).isFalse();
    assertThat(due(ticket, "listen")).as("must not wait for anyone").isEqualTo(listen);

    CLOCK.advance(Duration.ofDays(3));
    act(ticket, "resume", null, null);
    // Three closes of business lie in the pause; that of the start day would not have counted.
    assertThat(due(ticket, "find_cause")).isEqualTo(due.plus(Duration.ofDays(2)));
    assertThat(reasons(deadline(ticket, "find_cause"))).contains("paused");
    assertThat(history(ticket)).contains("status waiting", "status open", "deadline_moved");
  }

  @Test
  void aReplyOfTheCustomerEndsTheWaiting() throws Exception {
    var ticket = ticket("The parcel never came");
    act(ticket, "wait", null, "Which order was it?");
    door.mail("asked@example.org", "Re: [" + ticket + "]", "Order 4711");
    await()
        .atMost(SECONDS)
        .until(() -> door.tickets(ticket).get(0).get("status").asString().equals("open"));
    assertThat(deadline(ticket, "find_cause").get("due_at").isNull()).isFalse();
  }

  @Test
  void aHigherPriorityIsNeverLateAtOnce() throws Exception {
    var ticket = ticket("The parcel was wet");
    var normal = due(ticket, "propose_solution");
    CLOCK.advance(Duration.ofDays(2));
    act(ticket, "priority", "P1", "The customer is ill and needs it");
    var urgent = due(ticket, "propose_solution");
    assertThat(urgent).isAfter(CLOCK.instant()).isBeforeOrEqualTo(normal);
    assertThat(deadline(ticket, "propose_solution").get("ladder").asString()).isEqualTo("fast");
    assertThat(history(ticket)).contains("priority P1", "deadline_moved");
  }

  @Test
  void aChangedCalendarMovesOpenDeadlinesAndSaysSo() throws Exception {
    var ticket = ticket("The parcel was open");
    var due = due(ticket, "propose_solution");
    var day = due.atZone(ZoneOffset.UTC).toLocalDate();
    Files.writeString(
        calendars.resolve("office.yml"),
        "zone: UTC\nweek:\n  monday-sunday: [00:00-24:00]\nholidays:\n  - {from: %s, to: %s, name: Flood}\n"
            .formatted(day.minusDays(1), day.plusDays(3)));
    await().atMost(SECONDS).until(() -> !due(ticket, "propose_solution").equals(due));
    assertThat(due(ticket, "propose_solution")).isAfter(due.plus(Duration.ofDays(3)));
    assertThat(reasons(deadline(ticket, "propose_solution"))).contains("holiday: Flood");
    assertThat(history(ticket)).contains("deadline_moved");
  }

  @Test
  void aChangedRuleMovesOpenDeadlines() throws Exception {
    var ticket = ticket("The parcel was heavy");
    var due = due(ticket, "give_result");
    var table = Path.of(SETTINGS.get("redress.rules.folder")).resolve("deadline/deadline.csv");
    replace(
        table.resolveSibling("examples.yml"),
        "detail: 7wd, rule: A normal complaint is settled",
        "detail: 6wd, rule: A normal complaint is settled");
    replace(table, "P3,,give_result,7wd", "P3,,give_result,6wd");
    await().atMost(SECONDS).until(() -> due(ticket, "give_result").isBefore(due));
    assertThat(history(ticket)).contains("deadline_moved");
  }

  @Test
  void mergingEndsTheClocksOfTheTicketThatEnds() throws Exception {
    var mail = UUID.randomUUID() + "@example.org";
    var first = ticket("The first parcel is missing", mail);
    var second = ticket("The second parcel is missing", mail);
    act(first, "merge", second, null);
    assertThat(door.tickets(first).get(0).get("status").asString()).isEqualTo("closed");
    assertThat(deadline(first, "give_result").get("ended_at").isNull()).isFalse();
    assertThat(deadline(second, "give_result").get("due_at").isNull()).isFalse();
    door.mail(mail, "Re: [" + first + "]", "Any news?");
    await().atMost(SECONDS).until(() -> history(second).contains("customer_replied"));
  }

  @Test
  void anApprovalHasAClockAndGoesOnePersonUpWhenItIsLate() throws Exception {
    var ticket = ticket("The parcel was sent back");
    var offered =
        door.post(
            "/api/v1/tickets/%s/offers".formatted(ticket),
            "{\"kind\":\"voucher\",\"amount\":50,\"reason\":\"For the trouble\"}");
    assertThat(offered.statusCode()).as(offered.body()).isBetween(200, 299);
    var due = due(ticket, "approval");
    var asked = asked(ticket);
    assertThat(asked).isEqualTo(1);
    CLOCK.setTo(due.plusSeconds(1));
    await().atMost(SECONDS).until(() -> asked(ticket) == 2);
  }

  private static long asked(String ticket) throws Exception {
    return history(ticket).lines().filter(line -> line.startsWith("approval_asked")).count();
  }

  @Test
  void theLawOfTheCustomersRegulatorSetsAClockAndTheReceiptSaysSo() throws Exception {
    var ticket = ticket("I have told Ofcom about it");
    var law = deadline(ticket, "uk_ofcom.dispute_6_weeks");
    assertThat(law.get("within").asString()).isEqualTo("6w");
    assertThat(law.get("rule").asString()).isEqualTo("legal/uk_ofcom.yml");
    act(ticket, "wait", null, "Which line?");
    assertThat(deadline(ticket, "uk_ofcom.dispute_6_weeks").get("due_at").isNull()).isFalse();
    var told =
        service
            .getBean(JdbcClient.class)
            .sql(
                """
                select body from notice n join ticket t on t.id = n.ticket_id
                where t.number = ? and n.name = 'acknowledgement'
                """)
            .param(ticket)
            .query(String.class)
            .single();
    assertThat(told)
        .contains("dispute resolution scheme free of charge")
        .as("nothing is said to be understood where no rule knew")
        .doesNotContain("how we understood you");
  }

  private static void replace(Path file, String old, String by) throws IOException {
    var text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, by));
  }

  private static String ticket(String text) throws Exception {
    return ticket(text, UUID.randomUUID() + "@example.org");
  }

  private static String ticket(String text, String mail) throws Exception {
    door.complain("{\"text\":\"%s\",\"customer\":{\"email\":\"%s\"}}".formatted(text, mail));
    await().atMost(SECONDS).until(() -> door.tickets(text).size() == 1);
    return door.tickets(text).get(0).get("number").asString();
  }

  private static void act(String ticket, String act, String value, String reason) throws Exception {
    var body =
        "{\"value\":%s,\"reason\":%s}"
            .formatted(
                value == null ? "null" : '"' + value + '"',
                reason == null ? "null" : '"' + reason + '"');
    var answer = door.post("/api/v1/tickets/%s/%s".formatted(ticket, act), body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  private static Instant due(String ticket, String obligation) throws Exception {
    return Instant.parse(deadline(ticket, obligation).get("due_at").asString());
  }

  private static JsonNode deadline(String ticket, String obligation) throws Exception {
    for (JsonNode deadline : door.get("/api/v1/tickets/%s/deadlines".formatted(ticket))) {
      if (deadline.get("obligation").asString().equals(obligation)) {
        return deadline;
      }
    }
    throw new AssertionError(ticket + " has no deadline " + obligation);
  }

  private static String reasons(JsonNode deadline) {
    return deadline.get("intervals").toString();
  }

  private static String history(String ticket) throws Exception {
    var text = new StringBuilder();
    for (JsonNode entry : door.get("/api/v1/tickets/%s/history".formatted(ticket))) {
      text.append(entry.get("event").asString()).append(' ');
      text.append(entry.get("newValue").asString("")).append('\n');
    }
    return text.toString();
  }
}
