package org.redress.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a table as a workbook that is pleasant to edit: header in sight, every cell text. */
final class WorkbookWriting {

  /** The hidden sheet of the words to choose from, which is no part of the table. */
  static final String CHOICES = "choices";

  private static final String TEXT = "@";
  private static final int NARROWEST = 10;
  private static final int WIDEST = 60;

  /** Rows below the last that are ready for new rules. */
  private static final int SPARE_ROWS = 200;

  private final Table table;
  private final Worksheet sheet;

  private WorkbookWriting(Table table, Worksheet sheet) {
    this.table = table;
    this.sheet = sheet;
  }

  static byte[] write(Table table, Map<String, ? extends Collection<String>> choices) {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "Redress", null)) {
      var writing = new WorkbookWriting(table, workbook.newWorksheet("table"));
      writing.writeCells();
      writing.offer(choices, workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void writeCells() {
    sheet.freezePane(0, 1);
    for (int column = 0; column < table.header().size(); column++) {
      var name = table.header().get(column);
      sheet.value(0, column, escaped(name));
      sheet.width(column, width(name));
      int line = 1;
      for (var row : table.rows()) {
        if (!row.cell(name).isEmpty()) {
          sheet.value(line, column, escaped(row.cell(name)));
        }
        line++;
      }
      sheet.range(1, column, lastRow(), column).style().format(TEXT).wrapText(true).set();
    }
    sheet.range(0, 0, 0, table.header().size() - 1).style().bold().format(TEXT).set();
  }

  private int lastRow() {
    return table.rows().size() + SPARE_ROWS;
  }

  /** In a workbook {@code _x000A_} stands for a character, so its underscore is written so, too. */
  private static String escaped(String text) {
    return CellText.write(text).replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
  }

  /** In characters, of which Chinese ones take two. */
  private int width(String column) {
    var longest =
        table.rows().stream()
            .mapToInt(row -> width(List.of(row.cell(column).split("\n"))))
            .max()
            .orElse(0);
    return Math.min(WIDEST, Math.max(NARROWEST, 2 + Math.max(longest, column.length())));
  }

  private static int width(List<String> lines) {
    return lines.stream()
        .mapToInt(line -> line.length() + (int) line.chars().filter(c -> c > 0x2E80).count())
        .max()
        .orElse(0);
  }

  private void offer(Map<String, ? extends Collection<String>> choices, Workbook workbook) {
    var offered = table.header().stream().filter(choices::containsKey).toList();
    if (offered.isEmpty()) {
      return;
    }
    var words = workbook.newWorksheet(CHOICES);
    words.setVisibilityState(VisibilityState.VERY_HIDDEN);
    for (int place = 0; place < offered.size(); place++) {
      var column = table.header().indexOf(offered.get(place));
      int line = 0;
      for (var word : choices.get(offered.get(place))) {
        words.value(line++, place, escaped(word));
      }
      if (line > 0) {
        sheet
            .range(1, column, lastRow(), column)
            .validateWithList(words.range(0, place, line - 1, place))
            .showErrorMessage(false);
      }
    }
  }
}
