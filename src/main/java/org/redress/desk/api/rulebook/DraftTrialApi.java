package org.redress.desk.api.rulebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.decision.ExampleRun;
import org.redress.decision.backtest.BackTest;
import org.redress.decision.backtest.BackTests;
import org.redress.decision.backtest.Scope;
import org.redress.decision.version.Draft;
import org.redress.decision.version.Drafts;
import org.redress.decision.version.Inspector;
import org.redress.decision.version.RuleBooks;
import org.redress.desk.api.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a draft would do, and putting it into force. */
@RestController
@RequestMapping("/api/v1/rulebook")
class DraftTrialApi {

  private static final int USUAL = 1000;

  private final Drafts drafts;
  private final RuleBooks books;
  private final Inspector inspector;
  private final BackTests backTests;

  DraftTrialApi(Drafts drafts, RuleBooks books, Inspector inspector, BackTests backTests) {
    this.drafts = drafts;
    this.books = books;
    this.inspector = inspector;
    this.backTests = backTests;
  }

  /**
   * What a check found.
   *
   * @param good whether the draft may go into force
   */
  record Checked(
      String version,
      boolean good,
      List<FindingJson> findings,
      int examples,
      @JsonProperty("failed_examples") List<String> failedExamples) {}

  /** Which past complaints a draft is tried on; nothing given means the last 1,000. */
  record Wanted(
      @Nullable Integer last,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String team) {

    Scope scope() {
      try {
        return new Scope(last == null ? USUAL : last, from, until, team);
      } catch (IllegalArgumentException e) {
        throw Refused.badRequest(e.getMessage() + ".");
      }
    }
  }

  /** Why a draft goes into force. */
  record Reason(@Nullable String comment) {}

  /** Whether the draft is in force, or waits for a second person. */
  record Activated(@JsonProperty("in_force") boolean inForce, String version) {}

  @PostMapping("/drafts/{id}/check")
  @Operation(summary = "Check a draft and run its examples")
  Checked check(@PathVariable long id) {
    var files = find(id).files();
    var inspection = inspector.inspect(files);
    return new Checked(
        inspection.version(),
        inspection.isGood(),
        inspector.check(files).stream().map(FindingJson::of).toList(),
        inspection.examples().size(),
        inspection.failed().stream().map(ExampleRun.Result::describe).toList());
  }

  @PostMapping("/drafts/{id}/backtest")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Try a draft on past complaints")
  BackTest backtest(@PathVariable long id, @RequestBody Wanted wanted, Principal me) {
    var book =
        inspector
            .inspect(find(id).files())
            .book()
            .orElseThrow(() -> Refused.conflict("The draft has errors; check it first."));
    return backTests.start(books.active(), book, wanted.scope(), me.getName());
  }

  @GetMapping("/backtests/{id}")
  @Operation(summary = "How far a trial is, and what it found")
  BackTest backtest(@PathVariable long id) {
    return backTests
        .find(id)
        .orElseThrow(() -> Refused.notFound("There is no back-test %d.".formatted(id)));
  }

  @DeleteMapping("/backtests/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End a trial before its time")
  void cancel(@PathVariable long id) {
    backTests.cancel(backtest(id).id());
  }

  @PostMapping("/drafts/{id}/activate")
  @Operation(summary = "Put a draft into force, or ask for a second person")
  ResponseEntity<Activated> activate(
      @PathVariable long id, @RequestBody Reason reason, Principal me) {
    var draft = find(id);
    try {
      var comment = reason.comment() == null ? "" : reason.comment();
      var inForce = books.activate(id, me.getName(), comment);
      return ResponseEntity.status(inForce ? HttpStatus.OK : HttpStatus.ACCEPTED)
          .body(new Activated(inForce, draft.version()));
    } catch (RuleBooks.Refused refused) {
      throw Refused.conflict(explanation(refused.obstacle()));
    }
  }

  private static String explanation(RuleBooks.Obstacle obstacle) {
    return switch (obstacle) {
      case ERRORS -> "The draft has errors; check it and mend them.";
      case EXAMPLES -> "Examples come out differently; check the draft.";
      case OUT_OF_DATE ->
          "Another version came into force since the draft began; begin a draft from that one.";
      case NO_CHANGE -> "The draft says what is in force already.";
      case ENDED -> "The draft was put into force or dropped already.";
    };
  }

  private Draft find(long id) {
    return drafts
        .find(id)
        .orElseThrow(() -> Refused.notFound("There is no draft %d.".formatted(id)));
  }
}
