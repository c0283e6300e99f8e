package org.redress.desk.bulk;

import java.io.Serializable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to tickets.
 *
 * @param kind {@code owner}, {@code team} or {@code priority}
 * @param value the user, team or priority; none takes the owner away
 */
record Wanted(Kind kind, @Nullable String value) implements Serializable {

  /** What is changed. */
  enum Kind {
    OWNER,
    TEAM,
    PRIORITY
  }

  /**
   * Reads {@code owner:mei}.
   *
   * @throws IllegalArgumentException when it says something else
   */
  static Wanted of(String text) {
    var parts = text.split(":", 2);
    if (parts.length < 2 || parts[1].isBlank()) {
      throw new IllegalArgumentException(text);
    }
    var kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
    return new Wanted(kind, parts[1].equals("-") ? null : parts[1]);
  }
}
