package org.redress.desk.api.care;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.desk.api.Refused;
import org.redress.desk.care.StepWork;
import org.redress.desk.review.ActionWork;
import org.redress.ticket.problem.Problem;
import org.redress.ticket.problem.Problems;
import org.redress.ticket.review.CorrectiveAction;
import org.redress.ticket.review.CorrectiveActions;
import org.redress.ticket.review.Links;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is learnt from complaints, for programs: corrective actions, links, problems. */
@RestController
@RequestMapping("/api/v1")
class ReviewApi {

  private final ActionWork work;
  private final CorrectiveActions actions;
  private final StepWork tickets;
  private final Links links;
  private final Problems problems;

  ReviewApi(
      ActionWork work,
      CorrectiveActions actions,
      StepWork tickets,
      Links links,
      Problems problems) {
    this.work = work;
    this.actions = actions;
    this.tickets = tickets;
    this.links = links;
    this.problems = problems;
  }

  /** An action to agree on. */
  record Agreed(@Nullable String what, @Nullable String owner, @Nullable LocalDate due) {}

  /** When to look whether it helped. */
  record Done(@JsonProperty("check_by") @Nullable LocalDate checkBy) {}

  /** Whether it helped: {@code yes} or {@code no}. */
  record Check(@Nullable String effective, @Nullable String note) {}

  @GetMapping("/actions")
  @Operation(summary = "Corrective actions still to be done or looked at, by day")
  List<CorrectiveAction> open(Person me) {
    return actions.open(me);
  }

  @GetMapping("/problems")
  @Operation(summary = "Causes that keep coming back, open ones first")
  List<Problem> problems() {
    return problems.latest();
  }

  @PostMapping("/tickets/{number}/actions")
  @Operation(summary = "Agrees on a corrective action: what, owner, due")
  CorrectiveAction agree(@PathVariable String number, @RequestBody Agreed agreed, Person me) {
    return answered(() -> work.agree(number, agreed.what(), agreed.owner(), agreed.due(), me));
  }

  @PostMapping("/tickets/{number}/actions/{id}/done")
  @Operation(summary = "A corrective action is done; check_by is the day to see whether it helped")
  CorrectiveAction done(
      @PathVariable String number, @PathVariable long id, @RequestBody Done done, Person me) {
    return answered(() -> work.done(number, id, done.checkBy(), me));
  }

  @PostMapping("/tickets/{number}/actions/{id}/check")
  @Operation(summary = "Whether a corrective action helped: effective is yes or no, with a note")
  CorrectiveAction check(
      @PathVariable String number, @PathVariable long id, @RequestBody Check check, Person me) {
    return answered(() -> work.check(number, id, check.effective(), check.note(), me));
  }

  @PutMapping("/tickets/{number}/links/{other}")
  @Operation(summary = "Links two tickets that belong together")
  void link(@PathVariable String number, @PathVariable String other, Person me) {
    tickets.visible(number, me);
    tickets.visible(other, me);
    links.link(number, other, me.name());
  }

  @DeleteMapping("/tickets/{number}/links/{other}")
  @Operation(summary = "Takes a link away")
  void unlink(@PathVariable String number, @PathVariable String other, Person me) {
    tickets.visible(number, me);
    tickets.visible(other, me);
    links.unlink(number, other, me.name());
  }

  private static CorrectiveAction answered(Supplier<CorrectiveAction> call) {
    try {
      return call.get();
    } catch (IllegalArgumentException incomplete) {
      throw Refused.badRequest("Refused: " + incomplete.getMessage() + ".");
    }
  }
}
