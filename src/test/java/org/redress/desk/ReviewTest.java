package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.AtTheDesk;
import org.redress.CareDesk;
import org.redress.TestService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What complaints teach: lessons, corrective actions, links, causes that come back. */
@TestService
class ReviewTest extends AtTheDesk {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void aLessonIsFoundByItsWords() throws Exception {
    var word = "lid" + UUID.randomUUID().toString().substring(0, 8);
    var number = desk.complain("Your kettle burned my hand.", CareDesk.someone());
    desk.solve(number);
    desk.step(number, "follow_up", "{\"fields\":{\"outcome\":\"satisfied\"}}");
    desk.step(
        number,
        "review",
        "{\"fields\":{\"cause\":\"core_service_failure\",\"lesson\":\"Test every %s\"}}"
            .formatted(word.toUpperCase()));

    assertThat(manager().open("/reviews?q=" + word).body())
        .contains("Test every " + word.toUpperCase(), number);
    assertThat(manager().open("/reviews?q=" + UUID.randomUUID()).body())
        .contains("No lesson holds these words");
  }

  @Test
  void anActionIsAgreedDoneAndLookedAt() throws Exception {
    var number = desk.complain("The leaflet is hard to read.", CareDesk.someone());
    var what = "Print darker " + UUID.randomUUID();
    var today = LocalDate.now();

    var action = agree(number, what, "mei", today.plusDays(7));
    assertThat(action.get("owner").asString()).isEqualTo("mei");
    assertThat(openActions()).contains(what);
    assertThat(manager().open("/reviews").body()).contains(what, "Mei Zhang");

    var path = "/api/v1/tickets/%s/actions/%s/".formatted(number, action.get("id").asLong());
    assertThat(door.post(path + "check", "{\"effective\":\"maybe\"}").body()).contains("yes or no");
    var done =
        door.post(path + "done", "{\"check_by\":\"%s\"}".formatted(today.plusDays(30))).body();
    assertThat(JSON.readTree(done).get("doneAt").asString()).isNotBlank();
    assertThat(openActions()).contains(what);
    door.post(path + "check", "{\"effective\":\"no\",\"note\":\"Still too pale\"}");

    assertThat(openActions()).doesNotContain(what);
    assertThat(desk.history(number, "action_did_not_help").get(0).get("reason").asString())
        .isEqualTo("Still too pale");
    assertThat(manager().open("/tickets/" + number).body()).contains(what, "It did not help");
  }

  @Test
  void anIncompleteActionIsRefusedByFieldAndKeepsWhatWasTyped() throws Exception {
    var number = desk.complain("The leaflet is hard to read.", CareDesk.someone());
    desk.solve(number);
    var path = "/api/v1/tickets/%s/actions".formatted(number);

    assertThat(door.post(path, "{\"owner\":\"mei\",\"due\":\"2030-01-01\"}").body())
        .contains("'what'");
    assertThat(door.post(path, "{\"what\":\"x\",\"due\":\"2030-01-01\"}").body())
        .contains("'owner'");
    assertThat(door.post(path, "{\"what\":\"x\",\"owner\":\"mei\",\"due\":\"2020-01-01\"}").body())
        .contains("'due'")
        .contains("today or later");
    assertThat(door.post(path, "{\"what\":\"x\",\"owner\":\"mei\",\"due\":\"2026-02-30\"}").body())
        .contains("'due': '2026-02-30' is not a date");
    assertThat(door.post(path, "{\"what\":").body()).contains("This is not JSON, line 1");
    var page =
        manager()
            .submit(
                "/tickets/" + number,
                "/tickets/" + number + "/actions",
                Map.of("what", "Print darker", "owner", "mei", "due", "2026-02-30"));

    assertThat(page.body()).contains("Nothing was kept", ">Print darker</textarea>");
    assertThat(desk.history(number, "action_agreed")).isEmpty();
  }

  @Test
  void similarComplaintsAreShownLinkedAndUnlinked() throws Exception {
    var email = CareDesk.someone();
    var first = desk.complain("The leaflet is hard to read.", email);
    var second = desk.complain("And the sign at the gate is unclear.", email);
    assertThat(manager().open("/tickets/" + second).body())
        .contains("Similar complaints", "/tickets/%s/links/%s\"".formatted(second, first));

    manager()
        .submit("/tickets/" + second, "/tickets/%s/links/%s".formatted(second, first), Map.of());
    manager()
        .submit("/tickets/" + second, "/tickets/%s/links/%s".formatted(first, second), Map.of());

    assertThat(manager().open("/tickets/" + first).body())
        .contains("/tickets/%s/links/%s/remove\"".formatted(first, second));
    assertThat(desk.history(first, "linked")).hasSize(1);
    assertThat(desk.history(second, "linked").get(0).get("newValue").asString()).isEqualTo(first);
    manager()
        .submit(
            "/tickets/" + first, "/tickets/%s/links/%s/remove".formatted(first, second), Map.of());
    assertThat(desk.history(second, "unlinked")).hasSize(1);
  }

  @Test
  void aCauseThatComesBackIsOneProblemUntilItIsSolved() throws Exception {
    var numbers = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      numbers.add(sharedCause());
    }
    var problem = problemOf(numbers.get(4));
    assertThat(numbers).allSatisfy(number -> assertThat(problemOf(number)).isEqualTo(problem));
    var sixth = sharedCause();
    assertThat(problemOf(sixth)).isEqualTo(problem);
    assertThat(open("involuntary")).isEqualTo(1);

    var page = "/problems/" + problem;
    assertThat(manager().open(page).body()).contains("6 tickets", "Involuntary", sixth);
    assertThat(manager().submit(page, page + "/solution", Map.of("solution", " ")).body())
        .contains("Please say what solved it");
    manager().submit(page, page + "/solution", Map.of("solution", "New wording in the contract"));

    assertThat(manager().open(page).body()).contains("New wording in the contract");
    assertThat(open("involuntary")).isZero();
    var later = sharedCause();
    assertThat(desk.history(later, "problem")).isEmpty();
  }

  /** A ticket with a category that no other test has together with this cause. */
  private String sharedCause() throws Exception {
    var number = desk.complain("Your nuisance calls do not stop.", CareDesk.someone());
    desk.step(number, "listen", "{}");
    desk.step(number, "empathise", "{}");
    desk.step(number, "find_cause", "{\"fields\":{\"cause\":\"involuntary\"}}");
    return number;
  }

  private String problemOf(String number) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> desk.history(number, "problem"), history -> !history.isEmpty())
        .get(0)
        .get("newValue")
        .asString();
  }

  private long open(String cause) throws Exception {
    long open = 0;
    for (var problem : door.get("/api/v1/problems")) {
      open +=
          problem.get("cause").asString().equals(cause) && problem.get("open").asBoolean() ? 1 : 0;
    }
    return open;
  }

  private JsonNode agree(String number, String what, String owner, LocalDate due) throws Exception {
    var response =
        door.post(
            "/api/v1/tickets/%s/actions".formatted(number),
            "{\"what\":\"%s\",\"owner\":\"%s\",\"due\":\"%s\"}".formatted(what, owner, due));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private String openActions() throws Exception {
    return door.get("/api/v1/actions").toString();
  }
}
