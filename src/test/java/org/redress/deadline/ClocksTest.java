package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Clocks follow what happens to their tickets, their rules and their calendars. */
class ClocksTest extends MovedClock {

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
    var customer = UUID.randomUUID() + "@example.org";
    var ticket = ticket("The parcel never came", customer);
    act(ticket, "wait", null, "Which order was it?");
    door.mail(customer, "Re: [" + ticket + "]", "Order 4711");
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
}
