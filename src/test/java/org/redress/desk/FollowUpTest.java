package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.AtTheDesk;
import org.redress.CareDesk;
import org.redress.TestService;
import org.redress.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** After the result: the call, the customer's own answer, and what both lead to. */
@TestService
class FollowUpTest extends AtTheDesk {

  private static final String CALM = "The colour of the new leaflet is hard to read.";
  private static final Pattern LINK = Pattern.compile("/survey/[\\w-]+\\?lang=\\w+");

  @Autowired private JdbcClient jdbc;
  private Visitor visitor;

  @BeforeEach
  void openAPage() {
    visitor = new Visitor(port);
  }

  @Test
  void aCustomerWithAResultIsOnTheListUntilCalled() throws Exception {
    var email = CareDesk.someone();
    var number = solved(email);

    var owed = owed(number);
    assertThat(owed.get("phone").asString()).isEqualTo(CareDesk.phoneOf(email));
    assertThat(owed.get("customer").asString()).isEqualTo("Ada Byron");
    assertThat(owed.get("promised").asString()).isEqualTo("New one sent");
    assertThat(owed.get("due_at").asString()).isNotBlank();
    visitor.signIn("manager", "manager");
    assertThat(visitor.open("/follow-ups?view=team").body())
        .contains(number, CareDesk.phoneOf(email).substring(1), "New one sent");

    desk.step(number, "follow_up", "{\"fields\":{\"outcome\":\"satisfied\"}}");
    assertThat(owed(number)).isNull();
  }

  @Test
  void whoIsNotSatisfiedFindsTheTicketOpenAgainOneRankHigher() throws Exception {
    var number = solved(CareDesk.someone());
    assertThat(desk.tryStep(number, "follow_up", "{\"fields\":{\"outcome\":\"not_satisfied\"}}"))
        .isEqualTo(400);

    desk.step(
        number,
        "follow_up",
        "{\"note\":\"Still too pale\",\"fields\":{\"outcome\":\"not_satisfied\"}}");

    var ticket = desk.ticket(number);
    assertThat(ticket.get("status").asString()).isEqualTo("open");
    assertThat(ticket.get("owner").asString()).isEqualTo("lead");
    assertThat(ticket.get("next_step").asString()).isEqualTo("propose_solution");
    assertThat(desk.history(number, "round").get(0).get("reason").asString())
        .isEqualTo("Still too pale");
    desk.solve(number);
    assertThat(owed(number).get("tries").asInt()).isZero();
  }

  @Test
  void whoIsNotReachedIsTriedAgainAndInTheEndWrittenTo() throws Exception {
    var email = CareDesk.someone();
    var number = solved(email);
    var inVain = "{\"fields\":{\"outcome\":\"not_reached\"}}";

    desk.step(number, "follow_up", inVain);
    assertThat(owed(number).get("tries").asInt()).isEqualTo(1);
    var next = Instant.parse(owed(number).get("next_try_at").asString());
    var local = next.atZone(ZoneId.systemDefault());
    assertThat(local.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    assertThat(local.toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(18, 0));
    desk.step(number, "follow_up", inVain);
    assertThat(desk.ticket(number).get("status").asString()).isEqualTo("solved");
    var last = desk.step(number, "follow_up", inVain);

    assertThat(last.get("status").asString()).isEqualTo("closed");
    assertThat(desk.history(number, "not_reached")).hasSize(3);
    desk.awaitHistory(
        number,
        "notice_sent",
        sent -> sent.get("newValue").asString().equals("not_reached: " + email));
  }

  @Test
  void onlyALeadOrManagerLetsTheCallGoAndSaysWhy() throws Exception {
    var number = solved(CareDesk.someone());
    var page = "/tickets/" + number;
    var owner = signedIn("agent");
    take(number, "agent");

    assertThat(owner.submit(page, page + "/call/waiver", Map.of("reason", "No time")).statusCode())
        .isEqualTo(403);
    visitor.signIn("manager", "manager");
    assertThat(visitor.submit(page, page + "/call/waiver", Map.of("reason", " ")).body())
        .contains("Please say in a sentence why the call is let go");
    visitor.submit(page, page + "/call/waiver", Map.of("reason", "Asked not to be called"));

    assertThat(desk.ticket(number).get("status").asString()).isEqualTo("closed");
    assertThat(
            desk.history(number, "care_step").stream()
                .filter(entry -> entry.get("newValue").asString().equals("follow_up"))
                .map(entry -> entry.get("reason").asString()))
        .containsExactly("Asked not to be called");
  }

  @Test
  void aCustomerAnswersOnceAndABadAnswerOpensTheTicketAgain() throws Exception {
    var email = CareDesk.someone();
    var number = solved(email);
    var page = surveyOf(number);
    assertThat(page).endsWith("?lang=en");
    var path = page.substring(0, page.indexOf('?'));

    assertThat(visitor.submit(page, path, Map.of("remark", "Hm")).body())
        .contains("Please choose one of the five answers", ">Hm</textarea>");
    assertThat(visitor.submit(page, path, Map.of("score", "1", "remark", "Nobody listened")).body())
        .contains("somebody more senior takes it on");

    var ticket = desk.ticket(number);
    assertThat(ticket.get("status").asString()).isEqualTo("open");
    assertThat(ticket.get("owner").asString()).isEqualTo("lead");
    assertThat(desk.history(number, "survey_answered").get(0).get("reason").asString())
        .isEqualTo("Nobody listened");
    assertThat(visitor.open(path + "?lang=zh_CN").body()).contains("感谢您的回复");
    var again = new Visitor(port);
    again.submit("/complain", path, Map.of("score", "5"));
    assertThat(desk.history(number, "survey_answered")).hasSize(1);
    assertThat(desk.history(number, "round")).hasSize(1);
  }

  @Test
  void anAddressThatIsNotOursIsAFriendlyNotFound() throws Exception {
    var page = visitor.open("/survey/" + "x".repeat(32));

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("We do not know this address");
  }

  @Test
  void whoWasNotSatisfiedLastTimeIsMoreUrgentNextTime() throws Exception {
    var email = CareDesk.someone();
    var number = solved(email);
    assertThat(desk.ticket(number).get("priority").asString()).isEqualTo("P3");
    var page = surveyOf(number);
    visitor.submit(page, page.substring(0, page.indexOf('?')), Map.of("score", "2"));

    var next = desk.complain("I am disappointed, the sign at the gate is unclear.", email);

    assertThat(desk.ticket(next).get("priority").asString()).isEqualTo("P2");
    assertThat(desk.ticket(next).get("escalation").asString()).isEqualTo("management");
    assertThat(door.get("/api/v1/tickets/%s/decision".formatted(next)).toString())
        .contains("A customer we had not satisfied is for today");
  }

  private String solved(String email) throws Exception {
    var number = desk.complain(CALM, email);
    desk.solve(number);
    return number;
  }

  private void take(String number, String who) throws Exception {
    jdbc.sql("update ticket set owner = :who where number = :number")
        .param("who", who)
        .param("number", number)
        .update();
  }

  /** The address that the customer was sent. */
  private String surveyOf(String number) {
    var body =
        jdbc.sql(
                """
                select n.body from notice n join ticket t on t.id = n.ticket_id
                where t.number = :number and n.name = 'survey'
                """)
            .param("number", number)
            .query(String.class)
            .single();
    var link = LINK.matcher(body);
    assertThat(link.find()).as(body).isTrue();
    return link.group();
  }

  private JsonNode owed(String number) throws Exception {
    for (var owed : door.get("/api/v1/follow-ups")) {
      if (owed.get("number").asString().equals(number)) {
        return owed;
      }
    }
    return null;
  }
}
