package org.redress.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a table as comma-separated text. */
final class CsvWriting {

  private static final String MARK = "\uFEFF";

  private CsvWriting() {}

  /** With the mark by which spreadsheet programs know UTF-8. */
  static byte[] marked(Table table) {
    return (MARK + plain(table)).getBytes(StandardCharsets.UTF_8);
  }

  static String plain(Table table) {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(written(table.header()));
      table.rows().forEach(row -> csv.writeRecord(written(cells(table, row))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> cells(Table table, Table.Row row) {
    return table.header().stream().map(row::cell).toList();
  }

  private static List<String> written(List<String> cells) {
    return cells.stream().map(CellText::write).toList();
  }
}
