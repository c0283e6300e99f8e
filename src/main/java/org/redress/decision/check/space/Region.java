package org.redress.decision.check.space;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The complaints on which a rule speaks.
 *
 * @param allowed the values that a variable may have; any value where none are stated
 * @param anyOf of each group of words at least one must be there
 */
public record Region(Map<Variable, BitSet> allowed, List<List<Variable>> anyOf) {

  /** All complaints. */
  public static final Region EVERYTHING = new Region(Map.of(), List.of());

  private static final BitSet ABSENT = BitSet.valueOf(new long[] {1});

  /** Those of these complaints that have one of the values. */
  public Region only(Variable variable, BitSet values) {
    var narrower = new LinkedHashMap<>(allowed);
    narrower.merge(variable, values, Region::intersection);
    return new Region(narrower, anyOf);
  }

  /** Those of these complaints that have none of the values. */
  Region without(Variable variable, BitSet values) {
    var others = variable.where(value -> !values.get(value));
    return only(variable, others);
  }

  /** Those of these complaints that have one of the words. */
  Region withAnyOf(List<Variable> words) {
    var groups = new ArrayList<>(anyOf);
    groups.add(words);
    return new Region(allowed, groups);
  }

  /** The complaints that are in both. */
  public Region and(Region other) {
    var both = new LinkedHashMap<>(allowed);
    other.allowed.forEach((variable, values) -> both.merge(variable, values, Region::intersection));
    var groups = new ArrayList<>(anyOf);
    groups.addAll(other.anyOf);
    return new Region(both, groups);
  }

  private static BitSet intersection(BitSet some, BitSet others) {
    var both = (BitSet) some.clone();
    both.and(others);
    return both;
  }

  /** Whether a complaint can be in both. */
  public boolean meets(Region other) {
    for (var entry : allowed.entrySet()) {
      var theirs = other.allowed.get(entry.getKey());
      if (theirs != null && !theirs.intersects(entry.getValue())) {
        return false;
      }
    }
    return anyOf.isEmpty() && other.anyOf.isEmpty() || !and(other).isEmpty();
  }

  /** Whether no complaint is in it. */
  public boolean isEmpty() {
    return point().isEmpty();
  }

  /** The quietest complaint that is found in it without search; none when it is empty. */
  public Optional<Point> point() {
    var point = new Point();
    for (var entry : allowed.entrySet()) {
      if (entry.getValue().isEmpty()) {
        return Optional.empty();
      }
      point.set(entry.getKey(), entry.getValue().nextSetBit(0));
    }
    for (var group : anyOf) {
      if (group.stream().noneMatch(word -> point.value(word) == Variable.THERE)) {
        var possible = group.stream().filter(this::mayBeThere).findFirst();
        if (possible.isEmpty()) {
          return Optional.empty();
        }
        point.set(possible.get(), Variable.THERE);
      }
    }
    return Optional.of(point);
  }

  private boolean mayBeThere(Variable word) {
    return !allowed.containsKey(word) || allowed.get(word).get(Variable.THERE);
  }

  /** Whether a complaint is in it. */
  public boolean contains(Point point) {
    for (var entry : allowed.entrySet()) {
      if (!entry.getValue().get(point.value(entry.getKey()))) {
        return false;
      }
    }
    return anyOf.stream()
        .allMatch(group -> group.stream().anyMatch(w -> point.value(w) == Variable.THERE));
  }

  /** Regions that together hold just the complaints of this one that are not in the other. */
  List<Region> minus(Region other) {
    var parts = new ArrayList<Region>();
    var rest = this;
    for (var entry : other.allowed.entrySet()) {
      parts.add(rest.without(entry.getKey(), entry.getValue()));
      rest = rest.only(entry.getKey(), entry.getValue());
    }
    for (var group : other.anyOf) {
      var none = rest;
      for (var word : group) {
        none = none.only(word, ABSENT);
      }
      parts.add(none);
    }
    parts.removeIf(Region::isEmpty);
    return parts;
  }

  /** Whether every complaint of this region is in the other. */
  public boolean isWithin(Region other) {
    return minus(other).isEmpty();
  }

  /** The variables it says something about. */
  public Set<Variable> variables() {
    var variables = new LinkedHashSet<>(allowed.keySet());
    anyOf.forEach(variables::addAll);
    return variables;
  }
}
