package org.redress.desk.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.calendar.Due;
import org.redress.deadline.Arithmetic;
import org.redress.deadline.Deadline;
import org.redress.deadline.Deadlines;
import org.redress.decision.Decision;
import org.redress.decision.DecisionRecords;
import org.redress.desk.VisibleTickets;
import org.redress.ticket.History;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why a ticket is as it is, by when what is owed, and what happened: for programs. */
@RestController
@RequestMapping("/api/v1/tickets/{number}")
class OneTicketApi {

  private final VisibleTickets tickets;
  private final DecisionRecords decisions;
  private final Deadlines deadlines;
  private final Arithmetic arithmetic;
  private final History history;

  OneTicketApi(
      VisibleTickets tickets,
      DecisionRecords decisions,
      Deadlines deadlines,
      Arithmetic arithmetic,
      History history) {
    this.tickets = tickets;
    this.decisions = decisions;
    this.deadlines = deadlines;
    this.arithmetic = arithmetic;
    this.history = history;
  }

  /** A deadline with the arithmetic behind it. */
  record Clocked(
      String obligation,
      String within,
      String calendar,
      String rule,
      @JsonProperty("starts_after") @Nullable String startsAfter,
      @JsonProperty("started_at") @Nullable Instant startedAt,
      @JsonProperty("due_at") @Nullable Instant dueAt,
      @JsonProperty("paused_at") @Nullable Instant pausedAt,
      @JsonProperty("met_at") @Nullable Instant metAt,
      @JsonProperty("ended_at") @Nullable Instant endedAt,
      int round,
      String ladder,
      List<Counted> intervals) {}

  /** A stretch of time and whether it counted. */
  record Counted(Instant from, Instant to, boolean counted, String why) {}

  @GetMapping("/decision")
  @Operation(
      summary = "Every answer with its rule, reason and facts, and what was proposed and lost")
  Decision decision(@PathVariable String number, Person me) {
    return decisions
        .of(tickets.visible(number, me).id())
        .orElseThrow(() -> Refused.notFound("The ticket %s has no decision.".formatted(number)));
  }

  @GetMapping("/deadlines")
  @Operation(summary = "Every clock of a ticket with its arithmetic, the nearest first")
  List<Clocked> deadlines(@PathVariable String number, Person me) {
    var ticket = tickets.visible(number, me);
    var all = deadlines.of(ticket.id());
    var dues = arithmetic.of(ticket, all);
    return all.stream().map(d -> clocked(d, dues.get(d.id()))).toList();
  }

  @GetMapping("/history")
  @Operation(summary = "Everything that happened to a ticket, oldest first")
  List<History.Entry> history(@PathVariable String number, Person me) {
    return history.of(tickets.visible(number, me).id());
  }

  private static Clocked clocked(Deadline deadline, @Nullable Due due) {
    var intervals =
        due == null
            ? List.<Counted>of()
            : due.intervals().stream().map(OneTicketApi::counted).toList();
    return new Clocked(
        deadline.obligation(),
        deadline.span(),
        deadline.calendar(),
        deadline.rule(),
        deadline.startsAfter(),
        deadline.startedAt(),
        deadline.dueAt(),
        deadline.pausedAt(),
        deadline.metAt(),
        deadline.endedAt(),
        deadline.round(),
        deadline.ladder(),
        intervals);
  }

  private static Counted counted(Due.Interval interval) {
    return new Counted(interval.from(), interval.to(), interval.counted(), interval.why().en());
  }
}
