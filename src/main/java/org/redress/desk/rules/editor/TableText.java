package org.redress.desk.rules.editor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.table.Table;

/** Tables in the form in which the rule book keeps them: comma-separated text, or a workbook. */
final class TableText {

  private static final String MARK = "\uFEFF";

  private TableText() {}

  static boolean isTable(String path) {
    return Table.isTable(path);
  }

  /** Whether a grid can show all that the file holds: no broken rows, no two columns of a name. */
  static boolean fitsGrid(Table table) {
    var names = new HashSet<String>();
    return table.mistakes().isEmpty()
        && !table.header().isEmpty()
        && table.header().stream().allMatch(name -> !name.isEmpty() && names.add(name));
  }

  /**
   * Writes a table; rows without a filled cell are left out.
   *
   * @param before what the file said; if it bore the mark by which spreadsheet programs know UTF-8,
   *     the new text does too
   */
  static byte[] write(
      String path, List<String> columns, List<List<String>> rows, byte @Nullable [] before) {
    var kept = new ArrayList<Table.Row>();
    for (var cells : rows) {
      if (isFilled(cells)) {
        kept.add(new Table.Row(kept.size() + 2, byColumn(columns, cells)));
      }
    }
    return write(path, Table.of(columns, kept), before);
  }

  /** The content of {@code path} when it holds what an uploaded file of any form says. */
  static byte[] converted(String path, Table uploaded, byte[] content, byte @Nullable [] before) {
    return uploaded.mistakes().isEmpty() ? write(path, uploaded, before) : content;
  }

  private static byte[] write(String path, Table table, byte @Nullable [] before) {
    var marked = before != null && new String(before, StandardCharsets.UTF_8).startsWith(MARK);
    return marked ? table.toCsv() : table.toFile(path);
  }

  private static Map<String, String> byColumn(List<String> columns, List<String> cells) {
    var byColumn = new LinkedHashMap<String, String>();
    for (int i = 0; i < columns.size(); i++) {
      byColumn.put(columns.get(i), i < cells.size() ? cells.get(i) : "");
    }
    return byColumn;
  }

  /** Whether a row says anything. */
  static boolean isFilled(List<String> row) {
    return row.stream().anyMatch(cell -> !cell.isBlank());
  }
}
