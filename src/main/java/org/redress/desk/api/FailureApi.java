package org.redress.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.NoSuchElementException;
import org.redress.intake.Failures;
import org.redress.intake.Failures.Failure;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The failure desk for programs. */
@RestController
@RequestMapping("/api/v1/failures")
class FailureApi {

  private final Failures failures;

  FailureApi(Failures failures) {
    this.failures = failures;
  }

  /** A page of failures. */
  record Page(List<Failure> failures) {}

  @GetMapping
  @Operation(summary = "Messages that could not be processed, with their reasons")
  Page list() {
    return new Page(failures.list());
  }

  @PostMapping("/{id}/replay")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Try a message once more")
  void replay(@PathVariable long id) {
    try {
      failures.replay(id);
    } catch (NoSuchElementException gone) {
      throw Refused.notFound("No failure has the id %d; it may have been replayed.".formatted(id));
    }
  }
}
