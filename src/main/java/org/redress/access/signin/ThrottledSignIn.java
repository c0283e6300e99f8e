package org.redress.access.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.access.Limit;
import org.redress.access.Users;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks names and passwords; after five wrong ones for a name from one address it makes wait. */
@Component
class ThrottledSignIn implements AuthenticationProvider {

  private final DaoAuthenticationProvider signIn;
  private final Limit wrong;

  ThrottledSignIn(Users users, PasswordEncoder passwords, Clock clock) {
    this.signIn = new DaoAuthenticationProvider(users::account);
    this.signIn.setPasswordEncoder(passwords);
    this.wrong = new Limit(5, Duration.ofMinutes(15), clock);
  }

  /** Too many wrong passwords; nothing was looked at. */
  static class TooManyTries extends LockedException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyTries(Duration wait) {
      super("too many wrong passwords; wait " + minutes(wait) + " minutes");
      this.wait = wait;
    }

    long seconds() {
      return Math.max(1, wait.toSeconds());
    }

    long minutes() {
      return minutes(wait);
    }

    private static long minutes(Duration wait) {
      return wait.toMinutes() + 1;
    }
  }

  @Override
  public @Nullable Authentication authenticate(Authentication claimed) {
    var who = claimed.getName().toLowerCase(Locale.ROOT) + " " + address(claimed);
    var wait = wrong.waitFor(who);
    if (!wait.isZero()) {
      throw new TooManyTries(wait);
    }
    try {
      var signedIn = signIn.authenticate(claimed);
      wrong.forget(who);
      return signedIn;
    } catch (BadCredentialsException e) {
      wrong.count(who);
      throw e;
    }
  }

  private static String address(Authentication claimed) {
    return claimed.getDetails() instanceof WebAuthenticationDetails web
        ? web.getRemoteAddress()
        : "";
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
