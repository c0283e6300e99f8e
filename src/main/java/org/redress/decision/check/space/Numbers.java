package org.redress.decision.check.space;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.decision.rule.NumberCondition;
import org.redress.decision.rule.NumberFact;
import org.redress.decision.rule.Rule;

/** For each number column, one number for every stretch that the rules can tell apart. */
final class Numbers {

  /** Numbers that are counted, so that nothing lies between 2 and 3. */
  private static final Set<NumberFact> WHOLE =
      EnumSet.of(
          NumberFact.TENURE_MONTHS,
          NumberFact.COMPLAINTS_IN_90_DAYS,
          NumberFact.COMPENSATIONS_IN_A_YEAR,
          NumberFact.LAST_SATISFACTION,
          NumberFact.DAYS_SINCE_SOLVED,
          NumberFact.DAYS_SINCE_NAMED_DATE);

  private final Map<NumberFact, List<Double>> byFact = new EnumMap<>(NumberFact.class);

  Numbers(List<Rule> rules) {
    var limits = new EnumMap<NumberFact, TreeSet<Double>>(NumberFact.class);
    rules.stream()
        .flatMap(rule -> rule.conditions().stream())
        .filter(NumberCondition.class::isInstance)
        .map(NumberCondition.class::cast)
        .forEach(
            number ->
                limits
                    .computeIfAbsent(number.fact(), fact -> new TreeSet<>(List.of(0.0)))
                    .addAll(limits(number)));
    limits.forEach((fact, values) -> byFact.put(fact, samples(fact, List.copyOf(values))));
  }

  private static List<Double> limits(NumberCondition number) {
    return Stream.concat(Stream.of(number.low()), Stream.ofNullable(number.high())).toList();
  }

  /** The limits themselves, one number between each two, and one above all. */
  private static List<Double> samples(NumberFact fact, List<Double> limits) {
    var samples = new ArrayList<Double>();
    for (int i = 0; i < limits.size(); i++) {
      var limit = limits.get(i);
      if (!WHOLE.contains(fact) || limit == Math.rint(limit)) {
        samples.add(limit);
      }
      var next = i + 1 < limits.size() ? limits.get(i + 1) : Double.POSITIVE_INFINITY;
      var whole = Math.floor(limit) + 1;
      if (whole < next) {
        samples.add(whole);
      } else if (!WHOLE.contains(fact)) {
        samples.add((limit + next) / 2);
      }
    }
    return samples;
  }

  /** The numbers for people, after the unknown one, which is empty. */
  List<String> labels(NumberFact fact) {
    var known = byFact.get(fact).stream().map(n -> BigDecimal.valueOf(n).stripTrailingZeros());
    return Stream.concat(Stream.of(""), known.map(BigDecimal::toPlainString)).toList();
  }

  /** The places of the numbers that satisfy a comparison; the unknown one, at 0, never does. */
  BitSet where(NumberCondition condition) {
    var numbers = byFact.get(condition.fact());
    var places = new BitSet();
    IntStream.range(0, numbers.size())
        .filter(i -> holds(condition, numbers.get(i)))
        .forEach(i -> places.set(i + 1));
    return places;
  }

  private static boolean holds(NumberCondition condition, double number) {
    var high = condition.high();
    return (condition.lowOpen() ? number > condition.low() : number >= condition.low())
        && (high == null || (condition.highOpen() ? number < high : number <= high));
  }
}
