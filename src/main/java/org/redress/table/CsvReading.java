package org.redress.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.redress.text.Text;

/**
 * One pass over text separated by commas, semicolons or tabs, taken up again behind each broken
 * row.
 */
final class CsvReading {

  /** Bounds the work on a file in which every quote is open. */
  private static final int MOST_MISTAKES = 500;

  private final char[] text;
  private final int[] lines;
  private final List<Table.Row> rows = new ArrayList<>();
  private final List<Table.Mistake> mistakes = new ArrayList<>();
  private List<String> header = List.of();
  private final boolean headless;
  private final char separator;
  private int next;

  private CsvReading(String text, boolean headless) {
    this.headless = headless;
    var plain = text.replace("\r\n", "\n").replace('\r', '\n');
    this.text = plain.toCharArray();
    this.lines = lineStarts(plain);
    this.separator = separator(plain.strip().lines().findFirst().orElse(""));
  }

  /** Commas; where the first line has none, what spreadsheets of many countries write instead. */
  private static char separator(String first) {
    var outside = first.replaceAll("\"[^\"]*\"", "");
    return ",;\t|"
        .chars()
        .filter(candidate -> outside.indexOf(candidate) >= 0)
        .mapToObj(candidate -> (char) candidate)
        .findFirst()
        .orElse(',');
  }

  static Table read(byte[] bytes) {
    return read(bytes, false);
  }

  static Table readWithoutHeader(byte[] bytes) {
    return read(bytes, true);
  }

  private static Table read(byte[] bytes, boolean headless) {
    return Encoding.decode(bytes)
        .map(decoded -> new CsvReading(decoded.text(), headless).read(decoded))
        .orElseGet(
            () ->
                Table.refused(
                    new Text("the characters of this file cannot be read", "无法识别此文件的字符编码"),
                    new Text("Save it as CSV UTF-8.", "请另存为 CSV UTF-8。")));
  }

  private static int[] lineStarts(String text) {
    var starts = new ArrayList<Integer>(List.of(0));
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      starts.add(end + 1);
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  private Table read(Encoding.Decoded decoded) {
    while (next < lines.length) {
      readFrom(next);
      if (mistakes.size() >= MOST_MISTAKES) {
        mistakes.add(
            broken(
                next + 1,
                new Text(
                    "too many rows are broken; from here on none is read", "损坏的行太多，从这里起不再读取")));
        break;
      }
    }
    if (rows.isEmpty() && mistakes.isEmpty() && header.stream().anyMatch(CsvReading::spansLines)) {
      mistakes.add(broken(1, new Text("a quote is opened here and never ends", "此处的双引号没有结束")));
    }
    if (header.isEmpty() && mistakes.isEmpty()) {
      return Table.refused(
          new Text("the table is empty", "表格是空的"),
          new Text("Write the names of the columns into line 1.", "请在第 1 行写上各列的名称。"));
    }
    return new Table(header, List.copyOf(rows), List.copyOf(mistakes), decoded.charset());
  }

  private void readFrom(int first) {
    int line = first;
    try (var reader = reader(lines[first])) {
      for (var record : reader) {
        line = first + (int) record.getStartingLineNumber() - 1;
        if (!take(record, line + 1)) {
          next = line + 1;
          return;
        }
      }
      next = lines.length;
    } catch (CsvParseException e) {
      mistakes.add(broken(line + 1, new Text("this row cannot be read", "无法读取此行")));
      next = line + 2;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CsvReader<CsvRecord> reader(int from) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .trimWhitespacesAroundQuotes(true)
        .maxBufferSize(64 << 20)
        .ofCsvRecord(new CharArrayReader(text, from, text.length - from));
  }

  /** Whether reading may go on behind the record. */
  private boolean take(CsvRecord record, int line) {
    var cells = record.getFields().stream().map(CellText::read).toList();
    if (cells.stream().allMatch(String::isEmpty)) {
      return true;
    }
    if (header.isEmpty()) {
      header = headless ? numbered(cells.size()) : cells;
      if (!headless) {
        return true;
      }
    }
    if (cells.size() == header.size()) {
      add(line, cells);
      return true;
    }
    mistakes.add(mistake(record, cells.size(), line));
    return !spansLines(record);
  }

  private static List<String> numbered(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).toList();
  }

  private void add(int line, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      var mistake = CellText.mistake(line, header.get(column), cells.get(column));
      if (mistake != null) {
        mistakes.add(mistake);
        return;
      }
    }
    rows.add(new Table.Row(line, Table.byColumn(header, cells)));
  }

  private Table.Mistake mistake(CsvRecord record, int cells, int line) {
    return spansLines(record)
        ? broken(
            line,
            new Text(
                "a quote is opened in this row and does not end where it should",
                "此行有一个双引号没有在该结束的地方结束"))
        : new Table.Mistake(
            line,
            null,
            new Text("%d cells where the header has %d", "有 %d 个单元格，而表头有 %d 个")
                .formatted(cells, header.size()),
            new Text(
                    "Add or remove '%s'; put cells that hold one in double quotes.",
                    "请增减“%s”；含有它的单元格要放在英文双引号里。")
                .formatted(name()));
  }

  private String name() {
    return separator == '\t' ? "Tab" : String.valueOf(separator);
  }

  private static Table.Mistake broken(int line, Text what) {
    return new Table.Mistake(
        line,
        null,
        what,
        new Text(
            "Close the quote, and write a quote inside a cell as two quotes.",
            "请补上结束的双引号；单元格里的双引号要写成两个。"));
  }

  private static boolean spansLines(CsvRecord record) {
    return record.getFields().stream().anyMatch(CsvReading::spansLines);
  }

  private static boolean spansLines(String cell) {
    return cell.indexOf('\n') >= 0;
  }
}
