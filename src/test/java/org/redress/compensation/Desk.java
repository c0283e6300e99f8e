package org.redress.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.FrontDoor;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people of several roles do with offers, through the programs' door. */
final class Desk {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private final FrontDoor door;

  Desk(Environment settings) {
    this.door = new FrontDoor(settings);
  }

  /** Opens tickets, each of a new customer. */
  List<String> tickets(String text, int count) throws Exception {
    var word = "Q" + UUID.randomUUID();
    for (int i = 0; i < count; i++) {
      door.complain(
          JSON.writeValueAsString(
              Map.of(
                  "text",
                  text + " " + word,
                  "customer",
                  Map.of("email", word + "." + i + "@example.org"))));
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> door.tickets(word).size() == count);
    var numbers = new ArrayList<String>();
    door.tickets(word).forEach(ticket -> numbers.add(ticket.get("number").asString()));
    return numbers;
  }

  String ticket(String text) throws Exception {
    return tickets(text, 1).get(0);
  }

  /** Puts an offer forward; amount and reason as JSON, empty for none. */
  HttpResponse<String> offer(String user, String ticket, String kind, String rest)
      throws Exception {
    var body = "{\"kind\":\"%s\"%s}".formatted(kind, rest.isEmpty() ? "" : "," + rest);
    return door.as(user).post("/api/v1/tickets/" + ticket + "/offers", body);
  }

  /** Puts an offer forward that must come through, and gives back its id. */
  long offered(String user, String ticket, String kind, String amount) throws Exception {
    var answer = offer(user, ticket, kind, "\"amount\":%s,\"reason\":\"test\"".formatted(amount));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body()).get("id").asLong();
  }

  HttpResponse<String> step(String user, String ticket, long id, String step, String reason)
      throws Exception {
    return door.as(user)
        .post(
            "/api/v1/tickets/%s/offers/%d/%s".formatted(ticket, id, step),
            "{\"reason\":\"%s\"}".formatted(reason));
  }

  HttpResponse<String> answer(String user, long id, String answer, String reason) throws Exception {
    return door.as(user)
        .post(
            "/api/v1/compensation/approvals/%d/%s".formatted(id, answer),
            "{\"reason\":\"%s\"}".formatted(reason));
  }

  JsonNode get(String user, String path) throws Exception {
    return door.as(user).get(path);
  }

  /** The present month's budgets and ledger. */
  JsonNode month() throws Exception {
    return get("auditor", "/api/v1/compensation/ledger");
  }

  JsonNode budget(String team) throws Exception {
    for (var standing : month().get("budgets")) {
      if (standing.get("team").asString().equals(team)) {
        return standing;
      }
    }
    throw new AssertionError("no budget of " + team);
  }

  /** What is left of a team's budget. */
  BigDecimal left(String team) throws Exception {
    return budget(team).get("left").decimalValue();
  }

  /** The steps of an award in the ledger. */
  List<String> steps(long award) throws Exception {
    var steps = new ArrayList<String>();
    for (var line : month().get("ledger")) {
      if (line.get("award").asLong() == award) {
        steps.add(line.get("step").asString());
      }
    }
    return steps;
  }

  static String state(HttpResponse<String> answer) {
    return JSON.readTree(answer.body()).get("state").asString();
  }
}
