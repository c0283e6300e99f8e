package org.redress.intake.webhook.signature;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP call of a sender.
 *
 * @param base how senders reach this service
 * @param body what was posted, byte for byte; read before anything else, so that {@code query} does
 *     not look into it
 */
public record Call(HttpServletRequest request, String base, byte[] body) {

  /** A header; empty when there is none. */
  String header(@Nullable String name) {
    var value = name == null ? null : request.getHeader(name);
    return value == null ? "" : value;
  }

  /** A parameter of the address; empty when there is none. */
  String query(String name) {
    var value = request.getParameter(name);
    return value == null ? "" : value;
  }

  /** The address as the sender called it, whatever stands between. */
  String address() {
    var query = request.getQueryString();
    return base + request.getRequestURI() + (query == null ? "" : "?" + query);
  }
}
