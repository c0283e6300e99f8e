package org.redress.decision.difference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.decision.difference.FileChange.CellChange;
import org.redress.decision.difference.FileChange.Kind;
import org.redress.decision.difference.FileChange.RowChange;
import org.redress.table.Table;

/** Compares two states of one table. */
final class TableDifference {

  private final List<String> columns;

  private TableDifference(List<String> columns) {
    this.columns = columns;
  }

  static FileChange of(String path, Kind kind, Rows before, Rows after) {
    var columns = new LinkedHashSet<>(after.columns());
    columns.addAll(before.columns());
    var difference = new TableDifference(List.copyOf(columns));
    return new FileChange(
        path, kind, difference.columns, difference.rows(before, after), List.of());
  }

  private List<RowChange> rows(Rows before, Rows after) {
    var changes = new ArrayList<RowChange>();
    after
        .byKey()
        .forEach(
            (key, row) -> {
              var old = before.byKey().get(key);
              var change = change(old == null ? Kind.ADDED : Kind.CHANGED, row, old, row);
              if (change.cells().stream().anyMatch(CellChange::differs)) {
                changes.add(change);
              }
            });
    before
        .byKey()
        .forEach(
            (key, row) -> {
              if (!after.byKey().containsKey(key)) {
                changes.add(change(Kind.REMOVED, row, row, null));
              }
            });
    return changes;
  }

  private RowChange change(
      Kind kind, Table.Row shown, Table.@Nullable Row before, Table.@Nullable Row after) {
    var cells =
        columns.stream()
            .map(column -> new CellChange(cell(before, column), cell(after, column)))
            .toList();
    return new RowChange(kind, shown.line(), shown.cell("name"), cells);
  }

  private static String cell(Table.@Nullable Row row, String column) {
    return row == null ? "" : row.cell(column);
  }
}
