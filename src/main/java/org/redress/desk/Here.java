package org.redress.desk;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of the present screen, for links that stay on it. */
record Here(HttpServletRequest request) {

  /** The address without what follows the question mark. */
  public String path() {
    var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed == null ? request.getRequestURI() : failed.toString();
  }

  /** The same address once more. */
  public String again() {
    return address().build().toUriString();
  }

  /** The same screen with one parameter changed. */
  public String with(String name, String value) {
    return address().replaceQueryParam(name, value).build().toUriString();
  }

  /** Another page of the same list; none for the first. */
  public String onPage(@Nullable String after) {
    var address = address();
    return (after == null
            ? address.replaceQueryParam("after")
            : address.replaceQueryParam("after", after))
        .build()
        .toUriString();
  }

  private UriComponentsBuilder address() {
    return UriComponentsBuilder.fromPath(path())
        .query(request.getQueryString())
        .replaceQueryParam("lang")
        .replaceQueryParam("theme");
  }
}
