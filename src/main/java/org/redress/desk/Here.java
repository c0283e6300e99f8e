package org.redress.desk;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

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

  /** The same list with one value of a parameter taken away. */
  public String without(String name, String value) {
    var address = address();
    var left = address.build().getQueryParams().getOrDefault(name, List.of());
    var others = left.stream().filter(given -> !decoded(given).equals(value)).toArray();
    return address.replaceQueryParam(name, others).replaceQueryParam("after").build().toUriString();
  }

  /** Whether this is the list at an address, whatever page of it. */
  public boolean isAt(String address) {
    return onPage(null).equals(address);
  }

  private static String decoded(String value) {
    return UriUtils.decode(value.replace('+', ' '), StandardCharsets.UTF_8);
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
        .replaceQueryParam("changed")
        .replaceQueryParam("theme");
  }
}
