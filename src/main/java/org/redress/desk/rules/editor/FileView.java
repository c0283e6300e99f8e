package org.redress.desk.rules.editor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.decision.file.RuleFiles;
import org.redress.table.Table;

/**
 * A file of a draft as the browser shows it.
 *
 * @param seen names the content, so that a change made meanwhile is noticed
 * @param columns of a table; none when the file is shown as text
 * @param text the whole file; none when it is shown as a table
 */
record FileView(
    String path, String seen, List<String> columns, List<Line> rows, @Nullable String text) {

  /**
   * A row of a table.
   *
   * @param line where it stands in the file, from 1
   * @param cells one for each column
   */
  record Line(int line, List<String> cells) {}

  static FileView of(String path, byte[] content) {
    if (TableText.isTable(path)) {
      var table = Table.read(path, content);
      if (TableText.fitsGrid(table)) {
        var rows = table.rows().stream().map(row -> line(table, row)).toList();
        return new FileView(path, RuleFiles.tag(content), table.header(), rows, null);
      }
    }
    var text = new String(content, StandardCharsets.UTF_8);
    return new FileView(path, RuleFiles.tag(content), List.of(), List.of(), text);
  }

  private static Line line(Table table, Table.Row row) {
    return new Line(row.line(), table.header().stream().map(row::cell).toList());
  }

  /**
   * A change of the file, as the browser sends it.
   *
   * @param seen what the change began from
   * @param columns of a table; none when the text counts
   */
  record Edit(
      String seen,
      @Nullable List<String> columns,
      @Nullable List<List<String>> rows,
      @Nullable String text) {

    /** The file after the change. */
    byte[] content(String path, byte[] before) {
      return columns == null || rows == null
          ? Objects.requireNonNull(text).getBytes(StandardCharsets.UTF_8)
          : TableText.write(path, columns, rows, before);
    }
  }
}
