package org.redress.desk.rules.editor;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.table.Table;

/** Tables as the comma-separated text that the rule book keeps. */
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
  static byte[] write(List<String> columns, List<List<String>> rows, byte @Nullable [] before) {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(columns);
      rows.stream().filter(TableText::isFilled).forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var marked = before != null && new String(before, StandardCharsets.UTF_8).startsWith(MARK);
    return ((marked ? MARK : "") + text).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether a row says anything. */
  static boolean isFilled(List<String> row) {
    return row.stream().anyMatch(cell -> !cell.isBlank());
  }
}
