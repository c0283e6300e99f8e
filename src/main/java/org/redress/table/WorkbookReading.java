package org.redress.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.redress.text.Text;

/** Reads the one sheet of a workbook that holds a table. What has no plain text is a mistake. */
final class WorkbookReading {

  private static final Text SAVE_AGAIN =
      new Text(
          "Open it in your spreadsheet program and save it as .xlsx.", "请用电子表格软件打开，另存为 .xlsx。");

  private static final int HEADER = 8;

  private final List<Table.Row> rows = new ArrayList<>();
  private final List<Table.Mistake> mistakes = new ArrayList<>();
  private List<String> header = List.of();

  private WorkbookReading() {}

  /** Whether it begins like a workbook, new or old. */
  static boolean isWorkbook(byte[] bytes) {
    return isNew(bytes) || isOld(bytes);
  }

  private static boolean isNew(byte[] bytes) {
    return bytes.length >= HEADER && ReadableWorkbook.isOOXMLZipHeader(bytes);
  }

  private static boolean isOld(byte[] bytes) {
    return bytes.length >= HEADER && ReadableWorkbook.isOLE2Header(bytes);
  }

  static Table read(byte[] bytes) {
    if (isOld(bytes)) {
      return oldOrLocked(bytes);
    }
    if (!isNew(bytes)) {
      return Table.refused(new Text("this is no workbook", "这不是工作簿"), SAVE_AGAIN);
    }
    try {
      var reading = new WorkbookReading();
      reading.mistakes.addAll(WorkbookParts.check(bytes));
      return reading.mistakes.stream().anyMatch(mistake -> mistake.line() == 0)
          ? reading.nothing()
          : reading.open(bytes);
    } catch (IOException | ExcelReaderException | IllegalArgumentException e) {
      return Table.refused(
          new Text("the workbook is damaged and cannot be opened", "工作簿已损坏，无法打开"), SAVE_AGAIN);
    }
  }

  private static Table oldOrLocked(byte[] bytes) {
    var name =
        new String(
            "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(name)
        ? Table.refused(
            new Text("the workbook is protected by a password", "工作簿有密码保护"),
            new Text("Remove the password.", "请去掉密码。"))
        : Table.refused(
            new Text("this is a workbook of the old kind (.xls)", "这是旧格式的工作簿（.xls）"), SAVE_AGAIN);
  }

  private Table nothing() {
    return new Table(List.of(), List.of(), List.copyOf(mistakes), StandardCharsets.UTF_8);
  }

  private Table open(byte[] bytes) throws IOException {
    try (var workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
      var filled = new ArrayList<Sheet>();
      for (var sheet : workbook.getSheets().filter(sheet -> !isChoices(sheet)).toList()) {
        if (isFilled(sheet)) {
          filled.add(sheet);
        }
      }
      if (filled.isEmpty()) {
        return Table.refused(
            new Text("the table is empty", "表格是空的"),
            new Text("Write the names of the columns into row 1.", "请在第 1 行写上各列的名称。"));
      }
      if (filled.size() > 1) {
        return Table.refused(
            new Text("several sheets hold something: %s", "有几张工作表都有内容：%s")
                .formatted(String.join(", ", filled.stream().map(Sheet::getName).toList())),
            new Text("Keep one sheet a file.", "一个文件请只留一张工作表。"));
      }
      return read(filled.get(0));
    }
  }

  private static boolean isChoices(Sheet sheet) {
    return sheet.getName().equals(WorkbookWriting.CHOICES)
        && sheet.getVisibility() == SheetVisibility.VERY_HIDDEN;
  }

  private static boolean isFilled(Sheet sheet) throws IOException {
    try (var rows = sheet.openStream()) {
      return rows.anyMatch(row -> row.stream().anyMatch(CellValue::isFilled));
    }
  }

  private Table read(Sheet sheet) throws IOException {
    try (var all = sheet.openStream()) {
      var filled = all.filter(row -> row.stream().anyMatch(CellValue::isFilled)).iterator();
      while (filled.hasNext() && rows.size() + mistakes.size() <= Table.MOST_ROWS) {
        take(filled.next());
      }
    }
    return new Table(header, List.copyOf(rows), List.copyOf(mistakes), StandardCharsets.UTF_8);
  }

  private void take(Row row) {
    var before = mistakes.size();
    if (header.isEmpty()) {
      header = header(row);
      return;
    }
    var cells = new ArrayList<String>();
    for (int column = 0; column < header.size(); column++) {
      cells.add(text(row, row.getOptionalCell(column).orElse(null), header.get(column)));
    }
    row.stream()
        .filter(cell -> CellValue.isFilled(cell) && cell.getColumnIndex() >= header.size())
        .findFirst()
        .ifPresent(
            cell ->
                mistakes.add(
                    new Table.Mistake(
                        row.getRowNum(),
                        null,
                        new Text("cell %s has no column name above it", "单元格 %s 上方没有列名")
                            .formatted(cell.getAddress()),
                        new Text(
                            "Empty it, or name its column in the first row.", "请清空它，或在第一行写上列名。"))));
    if (mistakes.size() == before) {
      rows.add(new Table.Row(row.getRowNum(), Table.byColumn(header, cells)));
    }
  }

  private List<String> header(Row row) {
    var last =
        row.stream().filter(CellValue::isFilled).mapToInt(Cell::getColumnIndex).max().orElse(0);
    if (last >= Table.MOST_COLUMNS) {
      throw new IllegalArgumentException("too many columns");
    }
    var names = new ArrayList<String>();
    for (int column = 0; column <= last; column++) {
      names.add(text(row, row.getOptionalCell(column).orElse(null), ""));
    }
    return List.copyOf(names);
  }

  private String text(Row row, @Nullable Cell cell, String column) {
    if (cell == null || !CellValue.isFilled(cell)) {
      return "";
    }
    try {
      var text = CellText.read(CellValue.text(cell));
      var mistake = CellText.mistake(row.getRowNum(), column, text);
      if (mistake != null) {
        mistakes.add(mistake);
      }
      return text;
    } catch (CellValue.NotPlain mistake) {
      mistakes.add(
          new Table.Mistake(
              row.getRowNum(),
              column,
              new Text("cell %s %s", "单元格 %s %s").formatted(cell.getAddress(), mistake.what()),
              mistake.remedy()));
      return "";
    }
  }
}
