package org.redress.desk.api;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;

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
}
