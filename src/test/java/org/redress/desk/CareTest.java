package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.AtTheDesk;
import org.redress.CareDesk;
import org.redress.TestService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The care process holds: its order, what must be written down, and how a ticket ends. */
@TestService
class CareTest extends AtTheDesk {

  private static final String CALM = "The colour of the new leaflet is hard to read.";

  @Autowired private JdbcClient jdbc;

  @Test
  void feelingsComeBeforeTheCauseAndTheSolutionAfterBothFindings() throws Exception {
    var number = desk.complain(CALM, CareDesk.someone());

    assertThat(desk.tryStep(number, "find_cause", "{\"note\":\"x\"}")).isEqualTo(409);
    desk.step(number, "listen", "{}");
    var done = desk.step(number, "empathise", "{\"note\":\"Calm\"}");
    assertThat(texts(done.get("next"))).containsExactly("find_cause", "clarify_demand");

    desk.step(number, "clarify_demand", "{\"fields\":{\"demand\":[\"apology\",\"refund\"]}}");
    assertThat(desk.tryStep(number, "propose_solution", "{}")).isEqualTo(409);
    desk.step(number, "find_cause", "{\"note\":\"Printed too pale\"}");
    assertThat(desk.tryStep(number, "give_result", "{}")).isEqualTo(409);
    assertThat(desk.ticket(number).get("next_step").asString()).isEqualTo("propose_solution");
  }

  @Test
  void whatMustBeWrittenDownIsAskedForByName() throws Exception {
    var number = desk.complain(CALM, CareDesk.someone());
    desk.step(number, "listen", "{}");
    desk.step(number, "empathise", "{}");

    assertThat(problem(number, "find_cause", "{}")).contains("'cause' or 'note'");
    assertThat(problem(number, "find_cause", "{\"note\":\"  \"}")).contains("'cause' or 'note'");
    assertThat(problem(number, "find_cause", "{\"fields\":{\"cause\":\"weather\"}}"))
        .contains("'weather'")
        .contains("inconvenience");
    assertThat(problem(number, "find_cause", "{\"fields\":{\"colour\":\"red\"}}"))
        .contains("records no 'colour'");
    assertThat(problem(number, "clarify_demand", "{}")).contains("'demand' or 'note'");
    assertThat(desk.ticket(number).get("next_step").asString()).isEqualTo("find_cause");
  }

  @Test
  void whatPeopleFindOutCorrectsWhatTheRulesHadRead() throws Exception {
    var number = desk.complain(CALM, CareDesk.someone());
    desk.step(number, "listen", "{}");
    desk.step(number, "empathise", "{}");
    desk.step(number, "find_cause", "{\"fields\":{\"cause\":\"inconvenience\"}}");
    desk.step(number, "clarify_demand", "{\"fields\":{\"demand\":[\"apology\",\"explanation\"]}}");

    var ticket = desk.ticket(number);
    assertThat(ticket.get("cause").asString()).isEqualTo("inconvenience");
    assertThat(texts(ticket.get("demand"))).containsExactly("apology", "explanation");
    assertThat(desk.history(number, "cause").get(0).get("newValue").asString())
        .isEqualTo("inconvenience");
  }

  @Test
  void aFormThatIsRefusedKeepsWhatWasTypedAndSaysWhatIsMissing() throws Exception {
    var number = desk.complain(CALM, CareDesk.someone());
    for (var step : List.of("listen", "empathise")) {
      desk.step(number, step, "{}");
    }
    desk.step(number, "find_cause", "{\"note\":\"x\"}");
    desk.step(number, "clarify_demand", "{\"note\":\"x\"}");
    var page = "/tickets/" + number;

    var refused =
        manager().submit(page, page + "/steps/propose_solution", Map.of("note", "A new leaflet"));

    assertThat(refused.body())
        .contains("Please write down “How was the customer told?”")
        .contains(">A new leaflet</textarea>");
    assertThat(manager().open(page + "?lang=zh_CN").body()).contains("以什么方式告知客户？");
  }

  @Test
  void theWordsThatFitTheFeelingComeFirst() throws Exception {
    var number =
        desk.complain(
            "I am furious! You charged me twice, give me my money back!", "f@example.org");
    desk.step(number, "listen", "{}");

    var page = manager().open("/tickets/" + number).body();

    assertThat(page)
        .contains("You have every reason to be furious", "您生气完全有理由")
        .containsSubsequence("every reason to be furious", "I am sorry that this happened to you");
  }

  @Test
  void anOrdinaryTicketClosesAfterTheCallAndNothingElseCloses() throws Exception {
    var number = desk.complain(CALM, CareDesk.someone());
    desk.solve(number);
    assertThat(desk.tryStep(number, "review", "{}")).isEqualTo(409);

    var done = desk.step(number, "follow_up", "{\"fields\":{\"outcome\":\"satisfied\"}}");

    assertThat(done.get("status").asString()).isEqualTo("closed");
    assertThat(done.get("next")).isEmpty();
    assertThat(desk.tryStep(number, "listen", "{}")).isEqualTo(409);
  }

  @Test
  void aTicketThatOwesAReviewStaysOpenForIt() throws Exception {
    var number = desk.complain("Your kettle caught fire and burned my hand.", CareDesk.someone());
    desk.solve(number);

    var called = desk.step(number, "follow_up", "{\"fields\":{\"outcome\":\"satisfied\"}}");
    assertThat(called.get("status").asString()).isEqualTo("solved");
    assertThat(problem(number, "review", "{\"fields\":{\"cause\":\"core_service_failure\"}}"))
        .contains("'lesson'");
    var reviewed =
        desk.step(
            number,
            "review",
            "{\"fields\":{\"cause\":\"core_service_failure\",\"lesson\":\"Test the lid\"}}");

    assertThat(reviewed.get("status").asString()).isEqualTo("closed");
  }

  @Test
  void aClosedTicketOwesNothingAnyMoreEvenWhereItsReceiptNeverWentOut() throws Exception {
    var number = desk.complain(CALM, CareDesk.someone());
    desk.awaitHistory(number, "notice_sent", sent -> true);
    desk.solve(number);
    jdbc.sql(
            """
            update deadline set met_at = null where obligation = 'acknowledge'
            and ticket_id = (select id from ticket where number = ?)
            """)
        .param(number)
        .update();
    assertThat(owed(number)).contains("acknowledge", "follow_up");

    desk.step(number, "follow_up", "{\"fields\":{\"outcome\":\"satisfied\"}}");

    assertThat(owed(number)).isEmpty();
  }

  @Test
  void aTicketThatWaitsForItsCustomerStaysInTheQueue() throws Exception {
    var number = desk.complain(CALM, CareDesk.someone());
    var waits = door.post("/api/v1/tickets/" + number + "/wait", "{\"reason\":\"Which leaflet?\"}");
    assertThat(waits.statusCode()).isEqualTo(204);
    var queue = "/queue/team/" + desk.ticket(number).get("team").asString();

    assertThat(manager().open(queue + "?q=" + number.substring(3)).body()).contains(number);
    assertThat(manager().open(queue + "?status=waiting&q=" + number.substring(3)).body())
        .contains(number);
  }

  private List<String> owed(String number) throws Exception {
    return door.get("/api/v1/tickets/" + number + "/deadlines")
        .valueStream()
        .filter(d -> d.get("met_at").isNull() && d.get("ended_at").isNull())
        .map(d -> d.get("obligation").asString())
        .toList();
  }

  private String problem(String number, String step, String json) throws Exception {
    var response = door.post("/api/v1/tickets/%s/steps/%s".formatted(number, step), json);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    return response.body();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
