package org.redress.decision.check.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rows of one question. Those that speak on a complaint are found without looking at all: each
 * row is filed under the values of the one variable, or the words of the one group, that wakes it.
 */
public final class Rows {

  private record Waking(Variable variable, int value) {}

  private final List<Row> all;
  private final Map<Waking, List<Row>> byWaking = new HashMap<>();
  private final List<Row> alwaysAwake = new ArrayList<>();

  /** Files the rows. */
  public Rows(List<Row> all) {
    this.all = List.copyOf(all);
    all.forEach(this::file);
  }

  private void file(Row row) {
    var keys = keys(row.region());
    keys.forEach(key -> byWaking.computeIfAbsent(key, k -> new ArrayList<>()).add(row));
    if (keys.isEmpty()) {
      alwaysAwake.add(row);
    }
  }

  /** The fewest values one of which, none of them quiet, must be there. */
  private static List<Waking> keys(Region region) {
    var values =
        region.allowed().entrySet().stream()
            .filter(entry -> !entry.getValue().get(0))
            .map(
                entry ->
                    entry.getValue().stream()
                        .mapToObj(v -> new Waking(entry.getKey(), v))
                        .toList());
    var words =
        region.anyOf().stream()
            .map(group -> group.stream().map(w -> new Waking(w, Variable.THERE)).toList());
    return Stream.concat(values, words).min(Comparator.comparingInt(List::size)).orElse(List.of());
  }

  /** All rows, in the order of files and rows. */
  public List<Row> all() {
    return all;
  }

  /** The rows that speak on a complaint; a row may come twice. */
  public Stream<Row> speakingAt(Point point) {
    var awake =
        point.loud().entrySet().stream()
            .map(entry -> new Waking(entry.getKey(), entry.getValue()))
            .flatMap(waking -> byWaking.getOrDefault(waking, List.of()).stream());
    return Stream.concat(awake, alwaysAwake.stream()).filter(row -> row.region().contains(point));
  }
}
