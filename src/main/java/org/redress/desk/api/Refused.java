package org.redress.desk.api;

import org.redress.text.JsonMistake;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;

/** A request that cannot be met, told as an RFC 9457 problem. */
public class Refused extends ErrorResponseException {

  private Refused(HttpStatus status, String detail) {
    super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }

  /** The request says something that cannot be. */
  public static Refused badRequest(String detail) {
    return new Refused(HttpStatus.BAD_REQUEST, detail);
  }

  /** This person must not. */
  public static Refused forbidden(String detail) {
    return new Refused(HttpStatus.FORBIDDEN, detail);
  }

  /** What is asked for is not there. */
  public static Refused notFound(String detail) {
    return new Refused(HttpStatus.NOT_FOUND, detail);
  }

  /** The present state does not allow it. */
  public static Refused conflict(String detail) {
    return new Refused(HttpStatus.CONFLICT, detail);
  }

  /** Somebody else saved the same thing since it was read. */
  public static Refused changedMeanwhile(String who, String path) {
    return preconditionFailed(
        "%s changed meanwhile, last saved by %s. Read it again and repeat your change."
            .formatted(path, who));
  }

  /** It is no longer as the request says in {@code If-Match}. */
  static Refused preconditionFailed(String detail) {
    return new Refused(HttpStatus.PRECONDITION_FAILED, detail);
  }

  static Refused tooLarge(String detail) {
    return new Refused(HttpStatus.CONTENT_TOO_LARGE, detail);
  }

  /** A JSON body cannot be read: says where and why. */
  static Refused unreadable(JacksonException e) {
    return badRequest(JsonMistake.of(e).en());
  }
}
