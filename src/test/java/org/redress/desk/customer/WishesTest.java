package org.redress.desk.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.AtTheDesk;
import org.redress.CareDesk;
import org.redress.TestService;
import org.redress.Visitor;

/** What customers may do on their status page beside reading it. */
@TestService
class WishesTest extends AtTheDesk {

  private final Map<String, String> receipts = new HashMap<>();
  private Visitor customer;

  @BeforeEach
  void openTheDoor() {
    customer = new Visitor(port);
  }

  @Test
  void somebodyHigherTakesOverAndIsTold() throws Exception {
    var number = complain("The leaflet is hard to read.");
    var before = desk.ticket(number);

    assertThat(wish(number, "higher", "I want a manager").body())
        .contains("Somebody higher has your case now");

    var after = desk.ticket(number);
    assertThat(after.get("owner").asString()).isNotEqualTo(before.get("owner").asString());
    assertThat(after.get("conversation").toString()).contains("I want a manager");
    desk.awaitHistory(
        number, "notice_sent", e -> e.get("newValue").asString().startsWith("asked_higher"));
  }

  @Test
  void aFinishedTicketIsOpenedAgainForSomebodyHigher() throws Exception {
    var number = complain("The leaflet is hard to read.");
    desk.solve(number);

    wish(number, "higher", "");

    assertThat(desk.ticket(number).get("status").asString()).isEqualTo("open");
    assertThat(desk.ticket(number).get("conversation").toString())
        .contains("I would like somebody higher");
  }

  @Test
  void whoWithdrawsIsDoneUnlessOthersAreInDanger() throws Exception {
    var paper = complain("The leaflet is hard to read.");
    assertThat(wish(paper, "withdraw", "Found it").body())
        .contains("withdrawn and closed", "You withdrew it; it is closed")
        .doesNotContain("id=\"withdraw\"");
    assertThat(desk.ticket(paper).get("status").asString()).isEqualTo("closed");
    assertThat(door.get("/api/v1/tickets/" + paper + "/deadlines").toString())
        .contains("\"ended_at\":\"20");

    var fire = complain("The kettle caught fire and burned my hand.");
    assertThat(wish(fire, "withdraw", "").body()).contains("we still look into it");
    assertThat(desk.ticket(fire).get("status").asString()).isNotEqualTo("closed");
    assertThat(desk.history(fire, "withdrawn")).hasSize(1);
  }

  @Test
  void wishesAreTakenOnlySoOften() throws Exception {
    var number = complain("The leaflet is hard to read.");
    for (var i = 0; i < 5; i++) {
      wish(number, "higher", "again");
    }

    wish(number, "higher", "the sixth time");

    assertThat(desk.ticket(number).get("conversation").toString())
        .contains("again")
        .doesNotContain("the sixth time");
  }

  private HttpResponse<String> wish(String number, String what, String words) throws Exception {
    var page = "/status/" + receipts.get(number);
    return customer.submit(page, page + "/" + what, Map.of("text", words));
  }

  /** Complains and gives back the ticket's number. */
  private String complain(String text) throws Exception {
    var word = "w" + UUID.randomUUID().toString().substring(0, 13);
    var receipt =
        door.complain(
            "{\"text\":\"%s %s\",\"customer\":{\"email\":\"%s\"}}"
                .formatted(text, word, CareDesk.someone()));
    await().atMost(Duration.ofSeconds(20)).until(() -> !door.tickets(word).isEmpty());
    var number = door.tickets(word).get(0).get("number").asString();
    receipts.put(number, receipt);
    return number;
  }
}
