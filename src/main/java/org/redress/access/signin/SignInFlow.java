package org.redress.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.redress.access.signin.ThrottledSignIn.TooManyTries;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The ways through the sign-in page. */
@Component
class SignInFlow implements AuthenticationEntryPoint, AuthenticationFailureHandler {

  static final String PAGE = "/sign-in";

  private final AuthenticationEntryPoint signInPage = new InTheLanguageAskedFor();

  /** A link that names a language is understood before somebody is signed in, too. */
  private static class InTheLanguageAskedFor extends LoginUrlAuthenticationEntryPoint {

    InTheLanguageAskedFor() {
      super(PAGE);
    }

    @Override
    protected String determineUrlToUseForThisRequest(
        HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
      var page = UriComponentsBuilder.fromPath(PAGE);
      Optional.ofNullable(request.getParameter("lang")).ifPresent(l -> page.queryParam("lang", l));
      return page.encode().toUriString();
    }
  }

  /** A part of a page that asks after the session ended makes the whole page ask. */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException, jakarta.servlet.ServletException {
    if (asksForPart(request)) {
      response.setHeader("HX-Refresh", "true");
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    } else {
      signInPage.commence(request, response, e);
    }
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    var why = e instanceof TooManyTries tries ? "?wait=" + tries.minutes() : "?wrong";
    response.sendRedirect(request.getContextPath() + PAGE + why);
  }

  /** Remembers where someone wanted to go, when that was a whole page. */
  RequestCache pagesOnly() {
    var cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(
        request ->
            request.getMethod().equals("GET")
                && !asksForPart(request)
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
    return cache;
  }

  private static boolean asksForPart(HttpServletRequest request) {
    return request.getHeader("HX-Request") != null;
  }
}
