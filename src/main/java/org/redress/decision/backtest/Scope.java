package org.redress.decision.backtest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which past complaints are looked at.
 *
 * @param last at most so many, the newest
 * @param from first day (UTC), none means from the beginning
 * @param until last day (UTC), none means until now
 * @param team only those that went to this team
 */
public record Scope(
    int last, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable String team) {

  private static final int MOST = 1_000_000;

  /** Checks the bounds. */
  public Scope {
    if (last < 1 || last > MOST) {
      throw new IllegalArgumentException("'last' is a number from 1 to " + MOST);
    }
    if (from != null && until != null && from.isAfter(until)) {
      throw new IllegalArgumentException("'from' is after 'until'");
    }
  }

  /** The newest complaints. */
  public static Scope last(int count) {
    return new Scope(count, null, null, null);
  }
}
