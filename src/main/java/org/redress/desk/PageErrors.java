package org.redress.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** People get a page when something is refused; programs get problem details, further down. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors implements HandlerExceptionResolver {

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception e) {
    var accepted = request.getHeader(HttpHeaders.ACCEPT);
    if (accepted == null || !accepted.contains("text/html")) {
      return null;
    }
    var status = status(e);
    if (status == 0) {
      return null;
    }
    try {
      response.sendError(status);
      return new ModelAndView();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static int status(Exception e) {
    if (e instanceof ErrorResponse refusal) {
      return refusal.getStatusCode().value();
    }
    if (e instanceof MultipartException || e instanceof InvalidParameterException) {
      return HttpStatus.BAD_REQUEST.value();
    }
    return e instanceof TypeMismatchException ? HttpStatus.NOT_FOUND.value() : 0;
  }
}
