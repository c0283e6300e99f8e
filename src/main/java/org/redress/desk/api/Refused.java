package org.redress.desk.api;

import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** A request that cannot be met, told as an RFC 9457 problem. */
class Refused extends ErrorResponseException {

  private Refused(HttpStatus status, String detail) {
    super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }

  static Refused badRequest(String detail) {
    return new Refused(HttpStatus.BAD_REQUEST, detail);
  }

  static Refused notFound(String detail) {
    return new Refused(HttpStatus.NOT_FOUND, detail);
  }

  static Refused tooLarge(String detail) {
    return new Refused(HttpStatus.CONTENT_TOO_LARGE, detail);
  }

  /** The field a JSON body fails at, for instance {@code customer.tier}. */
  static String field(DatabindException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : step.getPropertyName())
        .collect(Collectors.joining("."));
  }

  static String reason(JacksonException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("unreadable");
  }
}
