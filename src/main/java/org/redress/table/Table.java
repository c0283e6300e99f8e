package org.redress.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.text.Text;

/**
 * A table with a header. Each row is read on its own: a broken one becomes a {@link Mistake} with
 * its line, and the others are there. A table that cannot be read at all has no header and one
 * mistake.
 *
 * @param header column names as written, trimmed
 * @param charset how the bytes were read: UTF-8 unless the file had another encoding
 */
public record Table(List<String> header, List<Row> rows, List<Mistake> mistakes, Charset charset) {

  /** The longest cell, in characters: what spreadsheet programs can hold. */
  static final int LONGEST_CELL = 32_767;

  static final int MOST_ROWS = 20_000;
  static final int MOST_COLUMNS = 200;
  static final int MOST_BYTES = 10 << 20;

  private static final String WORKBOOK = ".xlsx";
  private static final String CSV = ".csv";

  /**
   * A row with at least one filled cell.
   *
   * @param line where it begins, from 1; in a workbook the sheet's row
   * @param cells trimmed cells by column name; every column of the header is there
   */
  public record Row(int line, Map<String, String> cells) {

    /** The trimmed cell of a column; empty when there is no such column. */
    public String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  /**
   * Something that cannot be read.
   *
   * @param line where it begins, from 1; 0 when the whole file is meant
   * @param column the name of the column, where one is meant
   * @param remedy what to do
   */
  public record Mistake(int line, @Nullable String column, Text what, Text remedy) {}

  /** A table to be written. */
  public static Table of(List<String> header, List<Row> rows) {
    return new Table(header, rows, List.of(), StandardCharsets.UTF_8);
  }

  static Table refused(Text what, Text remedy) {
    var mistake = new Mistake(0, null, what, remedy);
    return new Table(List.of(), List.of(), List.of(mistake), StandardCharsets.UTF_8);
  }

  /** Whether a file of this name is read as a table. */
  public static boolean isTable(String fileName) {
    var name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(CSV) || name.endsWith(WORKBOOK);
  }

  /** Reads a file of bounded size; never fails. */
  public static Table read(String fileName, byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return refused(
          new Text("the file has %d MB, more than %d MB", "文件有 %d MB，超过了 %d MB")
              .formatted(bytes.length >> 20, MOST_BYTES >> 20),
          new Text("Split the table into several files.", "请把表格拆成几个文件。"));
    }
    var table =
        fileName.toLowerCase(Locale.ROOT).endsWith(WORKBOOK)
            ? WorkbookReading.read(bytes)
            : readCsv(bytes);
    return table.rows.size() <= MOST_ROWS
        ? table
        : refused(
            new Text("the table has more than %d rows", "表格超过了 %d 行").formatted(MOST_ROWS),
            new Text("Split it into several files.", "请把它拆成几个文件。"));
  }

  /** Reads comma-separated text of any length; never fails. */
  public static Table readCsv(byte[] bytes) {
    return WorkbookReading.isWorkbook(bytes)
        ? refused(
            new Text("this is a workbook, not CSV", "这是工作簿，不是 CSV"),
            new Text("Give the file a name that ends with .xlsx.", "请让文件名以 .xlsx 结尾。"))
        : CsvReading.read(bytes);
  }

  /** Reads comma-separated text without a header: its columns are called 1, 2, 3…; never fails. */
  public static Table readCsvWithoutHeader(byte[] bytes) {
    return CsvReading.readWithoutHeader(bytes);
  }

  /** Text in any of the usual encodings, without its mark; in UTF-8 when it is in none. */
  public static String text(byte[] bytes) {
    return Encoding.decode(bytes)
        .map(Encoding.Decoded::text)
        .orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** Comma-separated text, UTF-8 with the mark by which spreadsheet programs know it. */
  public byte[] toCsv() {
    return CsvWriting.marked(this);
  }

  /** The content of a file of this name: a workbook, or plain comma-separated text in UTF-8. */
  public byte[] toFile(String name) {
    return name.endsWith(WORKBOOK)
        ? toXlsx(Map.of())
        : CsvWriting.plain(this).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A workbook of one sheet.
   *
   * @param choices the words to choose from, by column; a cell may say something else
   */
  public byte[] toXlsx(Map<String, ? extends Collection<String>> choices) {
    return WorkbookWriting.write(this, choices);
  }

  /** The cells of a row under their columns, as they are meant. */
  static Map<String, String> byColumn(List<String> header, List<String> cells) {
    var byColumn = new LinkedHashMap<String, String>();
    for (int column = 0; column < header.size(); column++) {
      byColumn.put(header.get(column), cells.get(column));
    }
    return byColumn;
  }
}
