package org.redress.decision.named;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Days named in a text, by date or seen from the day it was written. */
public final class Days {

  private Days() {}

  /** The days named, as they are written. */
  static Stream<String> in(String plain) {
    return Stream.of(WrittenDay.PATTERN, RelativeDay.PATTERN)
        .flatMap(pattern -> pattern.matcher(plain).results())
        .map(found -> found.group().strip());
  }

  /**
   * The day that words found by {@link #in} mean; none when they may mean several, such as
   * 3/4/2026.
   *
   * @param written when they were written
   */
  public static Optional<LocalDate> day(String words, LocalDate written) {
    try {
      return WrittenDay.day(words, written).or(() -> RelativeDay.day(words, written));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
