package org.redress.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.TestService;
import org.redress.Visitor;
import org.redress.table.Table;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** Limits, approvals and budgets hold, whoever tries. */
@TestService
class CompensationTest {

  private static final String LATE = "My parcel is late and I am angry";
  private static final String DATA = "You gave my personal data to others without my consent";

  @LocalServerPort private int port;
  @Autowired private Environment settings;
  private Desk desk;

  @BeforeEach
  void openTheDesk() {
    desk = new Desk(settings);
  }

  @Test
  void withinTheLimitsAnOfferGoesThroughAndIsGivenOnce() throws Exception {
    var ticket = desk.ticket(LATE);
    var before = desk.left("logistics");
    var offer = desk.offer("agent", ticket, "voucher", "");

    assertThat(offer.statusCode()).as(offer.body()).isEqualTo(201);
    assertThat(Desk.state(offer)).isEqualTo("approved");
    var award = Desk.JSON.readTree(offer.body());
    var id = award.get("id").asLong();
    assertThat(desk.step("agent", ticket, id, "issue", "").statusCode()).isEqualTo(409);
    assertThat(Desk.state(desk.step("agent", ticket, id, "promise", ""))).isEqualTo("promised");
    assertThat(Desk.state(desk.step("agent", ticket, id, "issue", ""))).isEqualTo("issued");
    assertThat(Desk.state(desk.step("agent", ticket, id, "issue", ""))).isEqualTo("issued");

    assertThat(desk.steps(id)).containsExactly("proposed", "approved", "promised", "issued");
    assertThat(desk.left("logistics"))
        .isEqualByComparingTo(before.subtract(award.get("amount").decimalValue()));
    assertThat(desk.step("agent", ticket, id, "withdraw", "mistake").statusCode()).isEqualTo(409);
    assertThat(desk.offer("agent", ticket, "voucher", "").statusCode()).isEqualTo(409);
    assertThat(desk.get("admin", "/api/v1/tickets/%s/history".formatted(ticket)).toString())
        .contains("offer_proposed", "offer_promised", "offer_issued");
  }

  @Test
  void issuedOnceByManyAtTheSameMoment() throws Exception {
    var ticket = desk.ticket(LATE);
    var id = desk.offered("agent", ticket, "voucher", "15");
    desk.step("agent", ticket, id, "promise", "");

    var answers = together(8, () -> desk.step("agent", ticket, id, "issue", "").statusCode());

    assertThat(answers).containsOnly(200);
    assertThat(desk.steps(id)).containsExactly("proposed", "approved", "promised", "issued");
  }

  @Test
  void aboveTheLimitTheNextWhoMayIsAskedAndNobodyApprovesTheOwn() throws Exception {
    var ticket = desk.ticket(LATE);
    var id = desk.offered("agent", ticket, "voucher", "800");

    assertThat(asked("lead", id)).isEqualTo("lead");
    assertThat(desk.step("agent", ticket, id, "promise", "").statusCode()).isEqualTo(409);
    assertThat(desk.answer("agent", id, "approve", "").statusCode()).isEqualTo(403);
    assertThat(desk.answer("mei", id, "approve", "").statusCode()).isIn(403, 404);
    assertThat(Desk.state(desk.answer("lead", id, "approve", "fair"))).isEqualTo("approved");
    assertThat(desk.steps(id)).containsExactly("proposed", "approved");

    var own = desk.offered("lead", ticket, "damages", "4000");
    assertThat(asked("manager", own)).isEqualTo("manager");
    assertThat(desk.answer("lead", own, "approve", "").statusCode()).isEqualTo(403);
    assertThat(desk.answer("manager", own, "refuse", "").statusCode()).isEqualTo(400);
    assertThat(Desk.state(desk.answer("manager", own, "refuse", "Too much"))).isEqualTo("refused");
    assertThat(desk.answer("manager", own, "approve", "").statusCode()).isEqualTo(409);
  }

  @Test
  void whatOneCustomerIsGivenInAYearCounts() throws Exception {
    var ticket = desk.ticket(LATE);
    for (var kind : new String[] {"refund", "replacement"}) {
      assertThat(desk.steps(desk.offered("agent", ticket, kind, "490"))).contains("approved");
    }
    var beyond = desk.offered("agent", ticket, "voucher", "50");

    assertThat(desk.steps(beyond)).containsExactly("proposed");
    assertThat(asked("lead", beyond)).isEqualTo("lead");
  }

  @Test
  void aReasonIsNeededForWhatTheRulesDoNotPropose() throws Exception {
    var ticket = desk.ticket(LATE);

    assertThat(desk.offer("agent", ticket, "voucher", "\"amount\":33.33").statusCode())
        .isEqualTo(400);
    assertThat(desk.offer("agent", ticket, "damages", "").statusCode()).isEqualTo(400);
    assertThat(desk.offer("agent", ticket, "gold_bar", "").body()).contains("gold_bar");
    for (var amount : new String[] {"-5", "0", "1.234", "1e999999999"}) {
      var rest = "\"amount\":%s,\"reason\":\"x\"".formatted(amount);
      assertThat(desk.offer("agent", ticket, "voucher", rest).statusCode()).isEqualTo(400);
    }
    assertThat(desk.get("agent", "/api/v1/tickets/%s/offers".formatted(ticket)).get("awards"))
        .isEmpty();
  }

  @Test
  void whatIsDeclinedIsFreeAgainAndTheAlternativesAreShown() throws Exception {
    var ticket = desk.ticket(LATE);
    var before = desk.left("logistics");
    var listed = desk.get("agent", "/api/v1/tickets/%s/offers".formatted(ticket)).get("open");
    assertThat(listed.size()).isGreaterThan(2);
    var id = desk.offered("agent", ticket, "voucher", "60");

    var declined = desk.step("agent", ticket, id, "decline", "Wants an apology instead");

    var answer = Desk.JSON.readTree(declined.body());
    assertThat(answer.get("award").get("state").asString()).isEqualTo("declined");
    assertThat(answer.get("alternatives").size()).isEqualTo(listed.size() - 1);
    assertThat(answer.get("alternatives").toString()).contains("apology").doesNotContain("voucher");
    assertThat(desk.left("logistics")).isEqualByComparingTo(before);
  }

  @Test
  void budgetsStopEvenWhenManySpendAtOnce() throws Exception {
    var tickets = desk.tickets(DATA, 10);
    var before = desk.left("legal");
    var price = new BigDecimal(1500);
    var fitting = before.divide(price, 0, RoundingMode.DOWN).intValueExact();
    assertThat(fitting).isBetween(1, 9);

    var calls = new ArrayList<Callable<Integer>>();
    for (var ticket : tickets) {
      var rest = "\"amount\":1500,\"reason\":\"test\"";
      calls.add(() -> desk.offer("director", ticket, "damages", rest).statusCode());
    }
    var answers = together(calls);

    assertThat(answers).filteredOn(status -> status == 201).hasSize(fitting);
    assertThat(answers).filteredOn(status -> status == 409).hasSize(10 - fitting);
    assertThat(desk.left("legal"))
        .isEqualByComparingTo(before.subtract(price.multiply(new BigDecimal(fitting))));
  }

  private String asked(String user, long award) throws Exception {
    for (var waiting : desk.get(user, "/api/v1/compensation/approvals")) {
      if (waiting.get("award").get("id").asLong() == award) {
        return waiting.get("asked").asString();
      }
    }
    return "nobody";
  }

  private static ArrayList<Integer> together(int times, Callable<Integer> call) throws Exception {
    var calls = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < times; i++) {
      calls.add(call);
    }
    return together(calls);
  }

  private static ArrayList<Integer> together(ArrayList<Callable<Integer>> calls) throws Exception {
    var threads = Executors.newFixedThreadPool(calls.size());
    try {
      var answers = new ArrayList<Integer>();
      for (var answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theLedgerIsDownloadedAsATable() throws Exception {
    var ticket = desk.ticket(LATE);
    var id = desk.offered("agent", ticket, "voucher", "12.50");
    var manager = new Visitor(port);
    manager.signIn("manager", "manager");

    var csv = manager.open("/compensation/ledger.csv");

    assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(Table.read("ledger.csv", csv.body().getBytes(StandardCharsets.UTF_8)).rows())
        .filteredOn(row -> row.cell("award").equals(String.valueOf(id)))
        .extracting(row -> row.cell("step") + " " + row.cell("held") + " " + row.cell("reason"))
        .containsExactly("proposed 12.50 test", "approved 0.00 ");
  }
}
