package org.redress.intake.channel;

/** A route file that may not be loaded: where, why, and how to mend it. */
final class RefusedRoute extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param place the file, with line and column where known
   */
  RefusedRoute(String place, String what, String remedy) {
    super("%s: %s. %s".formatted(place, what, remedy));
  }
}
