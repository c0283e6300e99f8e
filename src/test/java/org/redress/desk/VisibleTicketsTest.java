package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.AtTheDesk;
import org.redress.CareDesk;
import org.redress.TestService;

/** A ticket of a team that somebody does not belong to does not exist for that person. */
@TestService
class VisibleTicketsTest extends AtTheDesk {

  private static final List<String> PARTS =
      List.of("", "/decision", "/deadlines", "/history", "/corrections", "/offers");

  @Test
  void programsSeeNoMoreThanTheirUser() throws Exception {
    var number = legalTicket();

    for (var part : PARTS) {
      var path = "/api/v1/tickets/" + number + part;
      assertThat(door.fetch(path).statusCode()).as(path).isEqualTo(200);
      assertThat(door.as("agent").fetch(path))
          .as(path)
          .satisfies(
              answer -> {
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.body()).contains("There is no ticket " + number);
              });
    }
  }

  @Test
  void aListHoldsNoMoreThanItsReaderMaySee() throws Exception {
    var number = legalTicket();

    assertThat(door.fetch("/api/v1/tickets?team=legal&sort=-created").body()).contains(number);
    assertThat(door.as("agent").fetch("/api/v1/tickets?team=legal&sort=-created").body())
        .doesNotContain(number);
  }

  @Test
  void screensShowNoMoreThanTheirUserMaySee() throws Exception {
    var number = legalTicket();
    var agent = signedIn("agent");

    for (var part : List.of("", "/why-not", "/original", "/as-sent", "/correct", "/texts/result")) {
      assertThat(agent.open("/tickets/" + number + part).statusCode()).as(part).isEqualTo(404);
    }
  }

  private String legalTicket() throws Exception {
    var number = desk.complain("Unreadable " + UUID.randomUUID(), CareDesk.someone());
    HttpResponse<String> moved =
        door.post(
            "/api/v1/tickets/" + number + "/team", "{\"value\":\"legal\",\"reason\":\"law\"}");
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(204);
    return number;
  }
}
