package org.redress.desk.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.desk.customer.CustomerView.Case;
import org.redress.desk.customer.CustomerView.RefusedFile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The status page for programs: nothing that the holder of the receipt may not see. */
@RestController
@RequestMapping("/api/v1/receipts")
class ReceiptApi {

  private static final String NOT_READ_YET = "received";

  private final CustomerView view;
  private final Promises promises;

  ReceiptApi(CustomerView view, Promises promises) {
    this.view = view;
    this.promises = promises;
  }

  /** How a complaint stands. */
  record Status(
      String receipt,
      String status,
      @JsonProperty("received_at") Instant receivedAt,
      @Nullable String ticket,
      @Nullable String category,
      List<Step> steps,
      @JsonProperty("next_promise") @Nullable Promised nextPromise,
      List<Reply> replies,
      @JsonProperty("files_not_taken") List<RefusedFile> filesNotTaken) {}

  /** A stage of the way; without a time it is still ahead. */
  record Step(String step, @JsonProperty("done_at") @Nullable Instant doneAt) {}

  /** What is promised next. */
  record Promised(String obligation, Instant until) {}

  /** What we wrote. */
  record Reply(Instant at, String text) {}

  @GetMapping("/{receipt}")
  @Operation(summary = "What the customer may see of a complaint")
  Status status(@PathVariable String receipt) {
    var received = view.received(StatusPage.clean(receipt)).orElseThrow(() -> unknown(receipt));
    Optional<Case> found = view.complaint(received.receipt());
    return new Status(
        received.receipt(),
        found.map(Case::status).orElse(NOT_READ_YET),
        received.at(),
        found.map(Case::ticket).orElse(null),
        found.map(Case::category).orElse(null),
        found.map(this::steps).orElse(List.of()),
        found
            .flatMap(promises::next)
            .map(p -> new Promised(p.obligation(), p.until()))
            .orElse(null),
        found.map(this::replies).orElse(List.of()),
        found.map(one -> view.refusedFiles(one.ticketId())).orElse(List.of()));
  }

  private List<Step> steps(Case found) {
    return promises.stages(found).stream()
        .map(stage -> new Step(stage.stage().key(), stage.at()))
        .toList();
  }

  private List<Reply> replies(Case found) {
    return view.replies(found.ticketId()).stream()
        .map(reply -> new Reply(reply.at(), reply.text()))
        .toList();
  }

  private static ErrorResponseException unknown(String receipt) {
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.NOT_FOUND, "No complaint has the receipt '%s'.".formatted(receipt));
    return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
  }
}
