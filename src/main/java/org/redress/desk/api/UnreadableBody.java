package org.redress.desk.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Programs are told which field of a body cannot be read, and how it is written. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = RestController.class)
class UnreadableBody {

  @ExceptionHandler
  Refused refused(HttpMessageNotReadableException e) {
    return e.getCause() instanceof JacksonException json
        ? Refused.unreadable(json)
        : Refused.badRequest("The request needs a JSON body.");
  }

  /** Where and why, for instance {@code The field 'due': '2026-02-30' is not a date …}. */
  static String words(JacksonException e) {
    if (e instanceof DatabindException field) {
      return "The field '%s': %s".formatted(path(field), reason(field));
    }
    return "Not JSON, line %d, column %d: %s"
        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr(), firstLine(e));
  }

  private static String path(DatabindException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : step.getPropertyName())
        .collect(Collectors.joining("."));
  }

  private static String reason(DatabindException e) {
    if (e instanceof InvalidFormatException format) {
      return "'%s' is not %s.".formatted(format.getValue(), kind(format.getTargetType()));
    }
    return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
        ? "here belongs %s.".formatted(kind(mismatch.getTargetType()))
        : firstLine(e);
  }

  private static String kind(Class<?> type) {
    if (type == LocalDate.class) {
      return "a date, such as 2026-12-31";
    }
    if (type == Instant.class) {
      return "a time, such as 2026-12-31T09:30:00Z";
    }
    if (type == String.class) {
      return "a text in quotes";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    return Number.class.isAssignableFrom(type) || type.isPrimitive()
        ? "a number"
        : "an object or a list as the documentation shows it";
  }

  private static String firstLine(JacksonException e) {
    return e.getOriginalMessage()
        .lines()
        .findFirst()
        .orElse("unreadable")
        .replaceAll(" \\(start marker.*", "");
  }
}
