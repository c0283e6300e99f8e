package org.redress.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A comma-separated file with a header line. Each row is read on its own: a broken one becomes a
 * {@link Mistake} with its line, and reading goes on with the next line.
 *
 * @param header column names as written, trimmed
 * @param charset how the bytes were read: UTF-8, or GB18030 as Chinese spreadsheet programs save
 */
public record CsvFile(
    List<String> header, List<Row> rows, List<Mistake> mistakes, Charset charset) {

  private static final Charset GB18030 = Charset.forName("GB18030");

  /**
   * A row with at least one filled cell.
   *
   * @param line where it begins, from 1
   * @param cells trimmed cells by column name; every column of the header is there
   */
  public record Row(int line, Map<String, String> cells) {

    /** The trimmed cell of a column; empty when there is no such column. */
    public String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  /** A row that cannot be read, with the line where it begins and what to do. */
  public record Mistake(int line, String what, String remedy) {}

  /** Reads a file's bytes; never fails, an empty file has an empty header. */
  public static CsvFile read(byte[] bytes) {
    var charset = isUtf8(bytes) ? StandardCharsets.UTF_8 : GB18030;
    var text = new String(bytes, charset);
    var lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\\R", -1);
    return new Reading(lines).read(charset);
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }

  /** One pass over the lines, taken up again behind each broken row. */
  private static class Reading {

    private final String[] lines;
    private final List<Row> rows = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private List<String> header = List.of();
    private int next;

    Reading(String[] lines) {
      this.lines = lines;
    }

    CsvFile read(Charset charset) {
      while (next < lines.length) {
        readFrom(next);
      }
      return new CsvFile(header, List.copyOf(rows), List.copyOf(mistakes), charset);
    }

    private void readFrom(int first) {
      var rest = String.join("\n", List.of(lines).subList(first, lines.length));
      int line = first;
      try (var reader = reader(rest)) {
        for (var record : reader) {
          line = first + (int) record.getStartingLineNumber() - 1;
          if (!take(record, line)) {
            next = line + 1;
            return;
          }
        }
        next = lines.length;
      } catch (CsvParseException e) {
        mistakes.add(broken(line + 1, "this row cannot be read"));
        next = line + 2;
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    private static CsvReader<CsvRecord> reader(String text) {
      return CsvReader.builder()
          .allowExtraFields(true)
          .allowMissingFields(true)
          .trimWhitespacesAroundQuotes(true)
          .maxBufferSize(64 << 20)
          .ofCsvRecord(text);
    }

    /** Whether reading may go on behind the record. */
    private boolean take(CsvRecord record, int line) {
      var cells = record.getFields().stream().map(String::strip).toList();
      if (cells.stream().allMatch(String::isEmpty)) {
        return true;
      }
      if (header.isEmpty()) {
        header = cells;
        return true;
      }
      if (cells.size() == header.size()) {
        rows.add(new Row(line + 1, byColumn(cells)));
        return true;
      }
      mistakes.add(mistake(record, cells.size(), line + 1));
      return !spansLines(record);
    }

    private Mistake mistake(CsvRecord record, int cells, int line) {
      return spansLines(record)
          ? broken(line, "a quote is opened in this row and does not end where it should")
          : new Mistake(
              line,
              "%d cells where the header has %d".formatted(cells, header.size()),
              "Add or remove commas; put cells that hold a comma in double quotes.");
    }

    private static Mistake broken(int line, String what) {
      return new Mistake(
          line, what, "Close the quote, and write a quote inside a cell as two quotes.");
    }

    private static boolean spansLines(CsvRecord record) {
      return record.getFields().stream().anyMatch(field -> field.indexOf('\n') >= 0);
    }

    private Map<String, String> byColumn(List<String> cells) {
      var byColumn = new LinkedHashMap<String, String>();
      for (int column = 0; column < header.size(); column++) {
        byColumn.put(header.get(column), cells.get(column));
      }
      return byColumn;
    }
  }
}
