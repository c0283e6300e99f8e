package org.redress.decision.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.decision.difference.Merging.Conflict;
import org.redress.table.Table;

/** Brings two people's changes of one table together, row by row and cell by cell. */
final class TableMerge {

  private final String path;
  private final Rows base;
  private final Rows mine;
  private final Rows theirs;
  private final Choices choices;

  private TableMerge(String path, Rows base, Rows mine, Rows theirs, Choices choices) {
    this.path = path;
    this.base = base;
    this.mine = mine;
    this.theirs = theirs;
    this.choices = choices;
  }

  /** The merged table; none when it is no table, or its rows cannot be told apart. */
  static Optional<byte[]> of(
      String path, byte @Nullable [] base, byte[] mine, byte[] theirs, Choices choices) {
    if (!Rows.isTable(path)) {
      return Optional.empty();
    }
    var all = List.of(Rows.read(path, base), Rows.read(path, mine), Rows.read(path, theirs));
    var alike = all.stream().map(Rows::named).distinct().count() == 1;
    return alike && all.stream().allMatch(Rows::complete)
        ? Optional.of(new TableMerge(path, all.get(0), all.get(1), all.get(2), choices).merge())
        : Optional.empty();
  }

  private byte[] merge() {
    var rows = new ArrayList<Map<String, String>>();
    for (var key : order()) {
      row(key).ifPresent(rows::add);
    }
    var columns = columns(rows);
    var lines = rows.stream().map(cells -> new Table.Row(0, cells(cells, columns))).toList();
    return Table.of(columns, lines).toFile(path);
  }

  private static Map<String, String> cells(Map<String, String> row, List<String> columns) {
    var cells = new LinkedHashMap<String, String>();
    columns.forEach(column -> cells.put(column, row.getOrDefault(column, "")));
    return cells;
  }

  /** My rows in my order, and each new one of theirs behind the one it follows there. */
  private List<String> order() {
    var order = new ArrayList<>(mine.byKey().keySet());
    @Nullable String last = null;
    for (var key : theirs.byKey().keySet()) {
      if (!mine.byKey().containsKey(key)) {
        order.add(last == null ? 0 : order.indexOf(last) + 1, key);
      }
      last = key;
    }
    return order;
  }

  private Optional<Map<String, String>> row(String key) {
    var before = cells(base, key);
    var first = cells(mine, key);
    var second = cells(theirs, key);
    if (first != null && second != null) {
      return Optional.of(merged(key, before == null ? Map.of() : before, first, second));
    }
    var both = new Conflict(path, name(key), "", text(first), text(second));
    var taken = before == null ? (first == null ? second : first) : kept(before, both, key);
    return Optional.ofNullable(taken);
  }

  private @Nullable Map<String, String> kept(
      Map<String, String> before, Conflict both, String key) {
    var picked = choices.pick(text(before), both);
    if (picked == null) {
      return null;
    }
    return picked.equals(both.mine()) ? cells(mine, key) : cells(theirs, key);
  }

  private Map<String, String> merged(
      String key,
      Map<String, String> before,
      Map<String, String> first,
      Map<String, String> second) {
    var row = new LinkedHashMap<String, String>();
    for (var column : allColumns()) {
      var was = before.getOrDefault(column, "");
      // A column that one of the two does not have was added or removed as a whole.
      var both =
          new Conflict(
              path,
              name(key),
              column,
              first.getOrDefault(column, was),
              second.getOrDefault(column, was));
      row.put(column, String.valueOf(choices.pick(was, both)));
    }
    return row;
  }

  private LinkedHashSet<String> allColumns() {
    var all = new LinkedHashSet<>(mine.columns());
    all.addAll(theirs.columns());
    return all;
  }

  /** All but those that one of the two removed, unless a row still says something there. */
  private List<String> columns(List<Map<String, String>> rows) {
    return allColumns().stream()
        .filter(
            column ->
                mine.columns().contains(column) && theirs.columns().contains(column)
                    || !base.columns().contains(column)
                    || rows.stream().anyMatch(row -> changed(row, column)))
        .toList();
  }

  private boolean changed(Map<String, String> row, String column) {
    var before = base.byKey().get(row.getOrDefault("name", ""));
    var was = before == null ? "" : before.cell(column);
    return !row.getOrDefault(column, "").equals(was);
  }

  private static @Nullable Map<String, String> cells(Rows rows, String key) {
    var row = rows.byKey().get(key);
    return row == null ? null : row.cells();
  }

  private String name(String key) {
    return Stream.of(mine, theirs, base)
        .map(rows -> rows.byKey().get(key))
        .filter(row -> row != null)
        .findFirst()
        .map(row -> row.cell("name"))
        .orElse(key);
  }

  private static @Nullable String text(@Nullable Map<String, String> cells) {
    return cells == null
        ? null
        : cells.values().stream()
            .filter(cell -> !cell.isEmpty())
            .collect(Collectors.joining(" · "));
  }
}
