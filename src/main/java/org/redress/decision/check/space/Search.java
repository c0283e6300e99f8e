package org.redress.decision.check.space;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for a complaint on which none of certain rows speaks. Takes the quietest one; if a row
 * speaks on it, splits what lies outside that row and looks on there. Exact, unless it gives up.
 */
public final class Search {

  private static final int MOST_STEPS = 5_000;

  private final Rows rows;
  private final Predicate<Row> avoided;
  private final Set<Row> met = new LinkedHashSet<>();
  private int steps;

  /** A search for complaints on which none of the {@code avoided} rows speaks. */
  public Search(Rows rows, Predicate<Row> avoided) {
    this.rows = rows;
    this.avoided = avoided;
  }

  /** Whether on every complaint of the region an avoided row speaks; false when given up. */
  public boolean isCovered(Region region) {
    return find(region).isEmpty() && steps <= MOST_STEPS;
  }

  /** A complaint on which no avoided row speaks; none also when given up. */
  public Optional<Point> find(Region region) {
    var open = new ArrayDeque<>(List.of(region));
    while (!open.isEmpty() && ++steps <= MOST_STEPS) {
      var next = open.pop();
      var point = next.point();
      if (point.isPresent()) {
        var speaking = rowOn(point.get());
        if (speaking.isEmpty()) {
          return point;
        }
        met.add(speaking.get());
        next.minus(speaking.get().region()).forEach(open::push);
      }
    }
    return Optional.empty();
  }

  /** Of the avoided rows that speak, one that leaves few parts to look at. */
  private Optional<Row> rowOn(Point point) {
    return rows.speakingAt(point)
        .filter(avoided)
        .min(Comparator.comparingInt(row -> row.region().allowed().size()));
  }

  /** The avoided rows that were met: after a covered region, rows that cover it together. */
  public Set<Row> met() {
    return met;
  }
}
