package org.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone at the desk who takes tickets through their care steps, as programs do. */
public final class CareDesk {

  private static final Duration SECONDS = Duration.ofSeconds(20);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What must at least be written down at each step up to the result. */
  private static final List<String[]> TO_THE_RESULT =
      List.of(
          new String[] {"listen", "{}"},
          new String[] {"empathise", "{}"},
          new String[] {"find_cause", "{\"fields\":{\"cause\":\"inconvenience\"}}"},
          new String[] {"clarify_demand", "{\"note\":\"Wants a new one\"}"},
          new String[] {
            "propose_solution", "{\"note\":\"A new one\",\"fields\":{\"told_by\":\"phone\"}}"
          },
          new String[] {
            "give_result", "{\"note\":\"New one sent\",\"fields\":{\"told_by\":\"mail\"}}"
          });

  private final FrontDoor door;

  public CareDesk(FrontDoor door) {
    this.door = door;
  }

  /** Complains and gives back the ticket's number. */
  public String complain(String text, String email) throws Exception {
    var word = "w" + UUID.randomUUID().toString().substring(0, 13);
    door.complain(
        "{\"text\":\"%s %s\",\"customer\":{\"email\":\"%s\",\"name\":\"Ada Byron\",\"phone\":\"%s\"}}"
            .formatted(text, word, email, phoneOf(email)));
    await().atMost(SECONDS).until(() -> !door.tickets(word).isEmpty());
    return door.tickets(word).get(0).get("number").asString();
  }

  /** A mail address nobody had before. */
  public static String someone() {
    return UUID.randomUUID() + "@example.org";
  }

  /** The phone number of whoever has this mail address. */
  public static String phoneOf(String email) {
    return "+4420%09d".formatted(Math.abs((long) email.hashCode()) % 1_000_000_000);
  }

  /** Tries a step and gives back the answer with its status. */
  public int tryStep(String number, String step, String json) throws Exception {
    return door.post("/api/v1/tickets/%s/steps/%s".formatted(number, step), json).statusCode();
  }

  /** Does a step. */
  public JsonNode step(String number, String step, String json) throws Exception {
    var response = door.post("/api/v1/tickets/%s/steps/%s".formatted(number, step), json);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  /** Does all steps up to the result. */
  public void solve(String number) throws Exception {
    take(number, TO_THE_RESULT);
    assertThat(ticket(number).get("status").asString()).isEqualTo("solved");
  }

  /** Does all steps before the result. */
  public void toTheResult(String number) throws Exception {
    take(number, TO_THE_RESULT.subList(0, TO_THE_RESULT.size() - 1));
  }

  private void take(String number, List<String[]> steps) throws Exception {
    for (var step : steps) {
      if (ticket(number).get("next_step").asString().equals(step[0])) {
        step(number, step[0], step[1]);
      }
    }
  }

  public JsonNode ticket(String number) throws Exception {
    return door.get("/api/v1/tickets/" + number);
  }

  /** The entries of a ticket's history about one kind of event. */
  public List<JsonNode> history(String number, String event) throws Exception {
    var entries = new ArrayList<JsonNode>();
    for (var entry : door.get("/api/v1/tickets/%s/history".formatted(number))) {
      if (entry.get("event").asString().equals(event)) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** Waits until an event of the history is as wanted. */
  public void awaitHistory(String number, String event, Predicate<JsonNode> wanted) {
    await().atMost(SECONDS).until(() -> history(number, event).stream().anyMatch(wanted));
  }

  /** Agrees on a corrective action, does it and finds that it helped. */
  public void changeWhatLedTo(String number) throws Exception {
    var actions = "/api/v1/tickets/%s/actions".formatted(number);
    door.post(actions, "{\"what\":\"Test lids\",\"owner\":\"mei\",\"due\":\"2999-01-01\"}");
    var action =
        door.get("/api/v1/actions")
            .valueStream()
            .filter(one -> one.get("ticket").asString().equals(number))
            .findFirst()
            .orElseThrow()
            .get("id")
            .asLong();
    door.post(actions + "/" + action + "/done", "{\"check_by\":\"2999-01-01\"}");
    door.post(actions + "/" + action + "/check", "{\"effective\":\"yes\",\"note\":\"Cool\"}");
  }
}
