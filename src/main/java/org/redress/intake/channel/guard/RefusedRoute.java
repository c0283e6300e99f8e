package org.redress.intake.channel.guard;

/** A route file that may not be loaded: where, why, and how to mend it. */
public final class RefusedRoute extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Refuses.
   *
   * @param place the file, with line and column where known
   */
  public RefusedRoute(String place, String what, String remedy) {
    super("%s: %s. %s".formatted(place, what, remedy));
  }
}
