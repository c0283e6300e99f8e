package org.redress.desk.insight;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.insight.daily.DailyFigures.Sum;

/** Sums by two keys, read once and added up by either of them. */
record Sums(List<Sum> byBoth) {

  /** By the first key, the most cases first. */
  List<Sum> byOne() {
    return by(Sum::one);
  }

  /** By the second key, the most cases first. */
  List<Sum> byTwo() {
    return by(Sum::two);
  }

  /** Everything together. */
  Sum all() {
    return byBoth.stream().reduce(none(""), (sofar, sum) -> together("", sofar, sum));
  }

  private List<Sum> by(Function<Sum, String> key) {
    return byBoth.stream()
        .collect(
            Collectors.toMap(
                key,
                sum -> together(key.apply(sum), none(""), sum),
                (one, other) -> together(one.one(), one, other)))
        .values()
        .stream()
        .sorted(Comparator.comparing(Sum::cases).reversed().thenComparing(Sum::one))
        .toList();
  }

  /** A sum of no cases. */
  static Sum none(String key) {
    return new Sum(key, "", 0, 0, BigDecimal.ZERO);
  }

  private static Sum together(String key, Sum one, Sum other) {
    return new Sum(
        key,
        "",
        one.cases() + other.cases(),
        one.good() + other.good(),
        one.amount().add(other.amount()));
  }
}
