package org.redress.desk.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.AtTheDesk;
import org.redress.CareDesk;
import org.redress.TestService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People know better than the rules: what they correct counts, and is kept as a lesson. */
@TestService
class CorrectionTest extends AtTheDesk {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void aCorrectionIsKeptWithItsReasonAndTheRulesFollow() throws Exception {
    var number = desk.complain("The parcel came a day late.", CareDesk.someone());
    assertThat(desk.ticket(number).get("team").asString()).isEqualTo("logistics");

    var page = manager().open("/tickets/" + number + "/correct").body();
    assertThat(page).contains("Correct what was concluded", "Change an answer to see");
    var foreseen =
        manager()
            .open(
                "/tickets/" + number + "/correct?category=safety&severity=critical&demand=",
                "HX-Request",
                "true");
    assertThat(foreseen.body()).contains("Safety", "name=\"follow\" value=\"team\"");

    manager()
        .submit(
            "/tickets/" + number + "/correct",
            "/tickets/" + number + "/correct",
            Map.of("category", "safety", "follow", "team", "reason", "The box smoked"));

    var ticket = desk.ticket(number);
    assertThat(ticket.get("category").asString()).isEqualTo("safety");
    assertThat(ticket.get("team").asString()).isEqualTo("safety");
    assertThat(corrections(number))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.get("question").asString()).isEqualTo("category");
              assertThat(one.get("before").asString()).isEqualTo("delivery");
              assertThat(one.get("after").asString()).isEqualTo("safety");
              assertThat(one.get("reason").asString()).isEqualTo("The box smoked");
              assertThat(one.get("by").asString()).isEqualTo("manager");
            });
    assertThat(desk.history(number, "team"))
        .last()
        .satisfies(entry -> assertThat(entry.get("rule").asString()).isNotBlank());
    assertThat(manager().open("/tickets/" + number + "?tab=history").body())
        .contains("corrected what it is about from Delivery to Safety", "The box smoked");
  }

  @Test
  void offersAndClocksAreWorkedOutAnew() throws Exception {
    var number = desk.complain("The leaflet is hard to read.", CareDesk.someone());
    var before = door.get("/api/v1/tickets/" + number + "/deadlines").toString();

    correct(
        number,
        "{\"answers\":{\"priority\":[\"P1\"],\"severity\":[\"critical\"]},\"reason\":\"Burnt\"}");

    assertThat(door.get("/api/v1/tickets/" + number + "/deadlines").toString())
        .isNotEqualTo(before);
    assertThat(corrections(number)).hasSize(2);
  }

  @Test
  void anIncompleteOrUnknownCorrectionChangesNothing() throws Exception {
    var number = desk.complain("The leaflet is hard to read.", CareDesk.someone());
    var path = "/tickets/" + number + "/correct";

    assertThat(manager().submit(path, path, Map.of("emotion", "angry", "reason", " ")).body())
        .contains("Say in a few words why");
    assertThat(manager().submit(path, path, Map.of("reason", "so")).body())
        .contains("Nothing was changed");
    assertThat(correct(number, "{\"answers\":{\"emotion\":[\"glad\"]},\"reason\":\"so\"}"))
        .contains("emotion cannot be 'glad'; one of");
    assertThat(correct(number, "{\"answers\":{\"colour\":[\"red\"]},\"reason\":\"so\"}"))
        .contains("colour cannot be 'red'");
    assertThat(correct(number, "{\"answers\":{\"cause\":[]},\"reason\":\"so\"}"))
        .contains("Nothing was changed");
    assertThat(corrections(number)).isEmpty();

    var auditor = signedIn("auditor");
    assertThat(auditor.open(path).statusCode()).isEqualTo(403);
  }

  private String correct(String number, String json) throws Exception {
    return door.post("/api/v1/tickets/" + number + "/corrections", json).body();
  }

  private JsonNode corrections(String number) throws Exception {
    return JSON.readTree(door.get("/api/v1/tickets/" + number + "/corrections").toString());
  }
}
