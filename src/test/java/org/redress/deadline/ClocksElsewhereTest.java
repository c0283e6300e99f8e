package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clocks follow their tickets into other tickets, teams and laws. */
class ClocksElsewhereTest extends MovedClock {

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

  @Test
  void aLegalClockCountsFromTheEarliestArrivalOfMergedTickets() throws Exception {
    var mail = UUID.randomUUID() + "@example.org";
    var early = ticket("The early parcel is missing", mail);
    CLOCK.advance(Duration.ofDays(4));
    var late = ticket("I have told Ofcom about the late parcel", mail);
    var due = due(late, "uk_ofcom.dispute_6_weeks");

    act(early, "merge", late, null);

    assertThat(Duration.between(due(late, "uk_ofcom.dispute_6_weeks"), due))
        .isBetween(Duration.ofDays(4), Duration.ofDays(4).plusMinutes(1));
  }

  @Test
  void anotherTeamMayKeepOtherHours() throws Exception {
    var ticket = ticket("The leaflet is hard to read");
    act(ticket, "team", "billing", "They print it");
    assertThat(deadline(ticket, "propose_solution").get("calendar").asString()).isEqualTo("office");

    act(ticket, "team", "digital", "They show it");

    var moved = deadline(ticket, "propose_solution");
    assertThat(moved.get("calendar").asString()).isEqualTo("night");
    assertThat(due(ticket, "propose_solution").atZone(ZoneOffset.UTC).getHour()).isEqualTo(12);
  }
}
