package org.redress.desk.compensation;

import org.redress.compensation.CompensationRefused;
import org.redress.desk.api.Refused;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Programs are told why something is refused, as problem details. */
@RestControllerAdvice(annotations = RestController.class)
class CompensationErrors {

  private final CompensationWords words;

  CompensationErrors(CompensationWords words) {
    this.words = words;
  }

  @ExceptionHandler
  Refused refused(CompensationRefused e) {
    var detail = words.refused(e);
    return switch (e.why()) {
      case UNKNOWN -> Refused.notFound(detail);
      case UNKNOWN_KIND, AMOUNT, REASON_NEEDED -> Refused.badRequest(detail);
      case OWN, ABOVE_LIMIT -> Refused.forbidden(detail);
      default -> Refused.conflict(detail);
    };
  }
}
