package org.redress.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Light or dark, chosen by {@code ?theme=} and kept in a cookie; without one the browser decides.
 */
class ThemeChoice implements HandlerInterceptor {

  private static final String NAME = "theme";
  private static final Set<String> THEMES = Set.of("light", "dark");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var wanted = request.getParameter(NAME);
    if (wanted != null && THEMES.contains(wanted)) {
      request.setAttribute(NAME, wanted);
      response.addHeader(
          HttpHeaders.SET_COOKIE,
          ResponseCookie.from(NAME, wanted)
              .path("/")
              .maxAge(Duration.ofDays(365))
              .httpOnly(true)
              .sameSite("Lax")
              .build()
              .toString());
    }
    return true;
  }

  /** The theme chosen now or earlier. */
  static Optional<String> of(HttpServletRequest request) {
    if (request.getAttribute(NAME) instanceof String wanted) {
      return Optional.of(wanted);
    }
    return Optional.ofNullable(WebUtils.getCookie(request, NAME))
        .map(Cookie::getValue)
        .filter(THEMES::contains);
  }
}
