package org.redress.desk.compensation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.compensation.Approvals;
import org.redress.compensation.Budgets;
import org.redress.compensation.Ledger;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Approvals, budgets and the ledger for programs. */
@RestController
@RequestMapping("/api/v1/compensation")
class CompensationApi {

  private final ApprovalDesk desk;
  private final Approvals approvals;
  private final Budgets budgets;
  private final Ledger ledger;
  private final Months months;

  CompensationApi(
      ApprovalDesk desk, Approvals approvals, Budgets budgets, Ledger ledger, Months months) {
    this.desk = desk;
    this.approvals = approvals;
    this.budgets = budgets;
    this.ledger = ledger;
    this.months = months;
  }

  /** An award that waits for approval. */
  record WaitingJson(
      AwardJson award,
      String ticket,
      @Nullable String reason,
      String asked,
      @JsonProperty("asked_at") Instant askedAt,
      String within,
      @JsonProperty("customer_year") BigDecimal customerYear) {}

  /** A month's budgets and ledger. */
  record Month(String month, List<Standing> budgets, List<Line> ledger) {}

  /** Where a team stands. */
  record Standing(
      String team, BigDecimal budget, BigDecimal held, BigDecimal paid, BigDecimal left) {}

  /** One line of the ledger: what it adds to the money held and paid. */
  record Line(
      Instant at,
      String ticket,
      long award,
      String team,
      String kind,
      @Nullable BigDecimal amount,
      String step,
      String actor,
      BigDecimal held,
      BigDecimal paid,
      String currency,
      @Nullable String reason) {}

  @GetMapping("/approvals")
  @Operation(summary = "What waits for approval and you may approve, the longest waiting first")
  List<WaitingJson> approvals(Person me) {
    return desk.openTo(me).stream()
        .map(
            w ->
                new WaitingJson(
                    AwardJson.of(w.award()),
                    w.ticket(),
                    w.reason(),
                    w.asked(),
                    w.askedAt(),
                    w.within(),
                    w.year()))
        .toList();
  }

  @PostMapping("/approvals/{id}/approve")
  @Operation(summary = "Say yes to what somebody else asks for")
  AwardJson approve(
      @PathVariable long id,
      @RequestBody(required = false) OfferApi.@Nullable Because because,
      Person me) {
    desk.checkVisible(id, me);
    return AwardJson.of(approvals.approve(id, me.name(), OfferApi.reason(because)));
  }

  @PostMapping("/approvals/{id}/refuse")
  @Operation(summary = "Say no, with a reason")
  AwardJson refuse(@PathVariable long id, @RequestBody OfferApi.Because because, Person me) {
    desk.checkVisible(id, me);
    return AwardJson.of(approvals.refuse(id, me.name(), OfferApi.reason(because)));
  }

  @GetMapping("/ledger")
  @Operation(summary = "The budgets and the whole ledger of a month, such as 2026-11")
  Month ledger(@RequestParam(required = false) @Nullable String month) {
    var first = months.first(month);
    return new Month(
        Months.key(first),
        budgets.ofMonth(first).stream()
            .map(s -> new Standing(s.team(), s.budget(), s.held(), s.paid(), s.left()))
            .toList(),
        ledger.ofMonth(first).stream().map(CompensationApi::line).toList());
  }

  private static Line line(Ledger.Line line) {
    var award = line.award();
    return new Line(
        line.at(),
        line.ticket(),
        award.id(),
        award.team(),
        award.kind(),
        award.amount(),
        line.step().key(),
        line.actor(),
        line.held(),
        line.paid(),
        award.currency(),
        line.reason());
  }
}
