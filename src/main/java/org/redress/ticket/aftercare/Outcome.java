package org.redress.ticket.aftercare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a call to the customer after the result led to. */
public enum Outcome {
  /** Everything is as it should be. */
  SATISFIED,
  /** It is not: the ticket is opened again, one rank higher. */
  NOT_SATISFIED,
  /** Nobody answered: it is tried again, and after the last try a letter is written. */
  NOT_REACHED,
  /** A lead or manager let the call go. */
  WAIVED;

  /** What somebody who called may say of the call. */
  public static final List<Outcome> OF_A_CALL = List.of(SATISFIED, NOT_SATISFIED, NOT_REACHED);

  /** The outcome as it is stored, for instance {@code not_reached}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Outcome> ofCall(String key) {
    return OF_A_CALL.stream().filter(outcome -> outcome.key().equals(key)).findFirst();
  }

  static List<String> keys() {
    return OF_A_CALL.stream().map(Outcome::key).toList();
  }
}
