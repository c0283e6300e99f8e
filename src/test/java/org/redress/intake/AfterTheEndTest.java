package org.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.AtTheDesk;
import org.redress.CareDesk;
import org.redress.TestService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a message does to a finished ticket is for the rules to say. */
@TestService
class AfterTheEndTest extends AtTheDesk {

  private static final Duration SECONDS = Duration.ofSeconds(20);
  private static final String CALM = "The colour of the new leaflet is hard to read.";

  @Autowired private JdbcClient jdbc;

  @ParameterizedTest
  @ValueSource(strings = {"Thank you so much!", "谢谢，辛苦了！"})
  void thanksOpenNothing(String thanks) throws Exception {
    var email = CareDesk.someone();
    var number = solved(email);

    door.mail(email, "Re: [%s]".formatted(number), thanks);
    desk.awaitHistory(
        number,
        "stays_finished",
        entry -> entry.get("rule").asString().equals("Only thanks opens nothing"));

    assertThat(desk.ticket(number).get("status").asString()).isEqualTo("solved");
    assertThat(desk.history(number, "customer_replied")).hasSize(1);
  }

  @Test
  void aComplaintOpensTheTicketAgainThoughItBeginsWithThanks() throws Exception {
    var email = CareDesk.someone();
    var number = solved(email);

    door.mail(email, "Re: [%s]".formatted(number), "Thanks, but it is still hard to read.");
    desk.awaitHistory(number, "round", entry -> true);

    assertThat(desk.ticket(number).get("status").asString()).isEqualTo("open");
  }

  @Test
  void longAfterTheEndItIsANewTicketLinkedWithTheOld() throws Exception {
    var email = CareDesk.someone();
    var number = solved(email);
    jdbc.sql(
            "update history set at = :at where event = 'status' and ticket_id = "
                + "(select id from ticket where number = :number)")
        .param("at", OffsetDateTime.now(ZoneOffset.UTC).minusDays(120))
        .param("number", number)
        .update();

    door.mail(email, "Re: [%s]".formatted(number), "The lamp in the hall does not work.");
    desk.awaitHistory(number, "linked", entry -> true);

    var other = desk.history(number, "linked").get(0).get("newValue").asString();
    assertThat(desk.ticket(number).get("status").asString()).isEqualTo("solved");
    assertThat(desk.ticket(other).get("status").asString()).isEqualTo("new");
    await().atMost(SECONDS).until(() -> desk.history(other, "linked").size() == 1);
  }

  private String solved(String email) throws Exception {
    var number = desk.complain(CALM, email);
    desk.solve(number);
    return number;
  }
}
