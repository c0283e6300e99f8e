package org.redress.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A table written and read again is the same table, whatever its cells hold. */
class RoundTripTest {

  static Stream<Path> shipped() throws IOException {
    try (var all = Files.walk(Path.of("rules"))) {
      return all.filter(file -> file.toString().endsWith(".csv")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedTableSurvives(Path file) throws IOException {
    var table = Table.read(file.toString(), Files.readAllBytes(file));
    var choices = Map.of("answer", List.of("one", "two"));
    assertThat(table.mistakes()).isEmpty();
    assertThat(content(Table.read("t.csv", table.toCsv()))).isEqualTo(content(table));
    var book = Table.read("t.xlsx", table.toXlsx(choices));
    assertThat(book.mistakes()).isEmpty();
    assertThat(content(Table.read("t.csv", book.toCsv()))).isEqualTo(content(table));
  }

  private static List<Object> content(Table table) {
    return List.of(table.header(), table.rows().stream().map(Table.Row::cells).toList());
  }

  @Property(tries = 300)
  void everyCellSurvives(@ForAll("cells") String cell) {
    var trimmed = cell.strip();
    var table = Table.of(List.of("name", "value"), List.of(row("'" + trimmed), row("=" + trimmed)));
    assertThat(content(Table.read("t.csv", table.toCsv()))).isEqualTo(content(table));
    assertThat(content(Table.read("t.xlsx", table.toXlsx(Map.of())))).isEqualTo(content(table));
    var bare = Table.of(List.of("name", "value"), List.of(row(trimmed)));
    assertThat(content(Table.read("t.csv", bare.toCsv()))).isEqualTo(content(bare));
    assertThat(content(Table.read("t.xlsx", bare.toXlsx(Map.of())))).isEqualTo(content(bare));
  }

  private static Table.Row row(String cell) {
    return new Table.Row(2, Map.of("name", "a", "value", cell));
  }

  @Provide
  Arbitrary<String> cells() {
    var pieces =
        Arbitraries.of(
            "\"",
            "'",
            ",",
            "\n",
            "=",
            "+",
            "-",
            "@",
            "\t",
            " ",
            "_x0041_",
            "_x000D_",
            "&amp;",
            "<b>",
            "]]>",
            "\\",
            "*/",
            "中文",
            "𠮷",
            "😡",
            "a|b & !c",
            ">=3",
            "0012",
            "#",
            ";");
    return pieces.list().ofMaxSize(8).map(list -> String.join("", list));
  }

  @Test
  void veryLongCellsSurvive() {
    var longest = "长\"".repeat(Table.LONGEST_CELL / 2);
    var table = Table.of(List.of("name", "value"), List.of(row(longest)));
    assertThat(content(Table.read("t.csv", table.toCsv()))).isEqualTo(content(table));
    assertThat(content(Table.read("t.xlsx", table.toXlsx(Map.of())))).isEqualTo(content(table));
    var longer = Table.of(List.of("name", "value"), List.of(row(longest + "ab")));
    assertThat(Table.read("t.csv", longer.toCsv()).mistakes())
        .extracting(Table.Mistake::line, Table.Mistake::column)
        .containsExactly(tuple(2, "value"));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, ''",
    "UTF-8, \uFEFF",
    "UTF-16LE, \uFEFF",
    "UTF-16BE, \uFEFF",
    "UTF-16LE, ''",
    "UTF-16BE, ''",
    "GBK, ''",
    "GB18030, ''"
  })
  void everyUsualEncodingIsRead(String encoding, String mark) {
    var bytes = (mark + "name,值\n一,投诉\r\n").getBytes(Charset.forName(encoding));
    var table = Table.read("t.csv", bytes);
    assertThat(table.mistakes()).isEmpty();
    assertThat(table.header()).containsExactly("name", "值");
    assertThat(table.rows().get(0).cells()).containsEntry("值", "投诉");
  }

  @Test
  void whatIsNoTextIsTold() {
    var table = Table.read("t.csv", new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF, '\n'});
    assertThat(table.mistakes())
        .extracting(mistake -> mistake.remedy().en())
        .containsExactly("Save it as CSV UTF-8.");
    var written = new String(Table.of(List.of("a"), List.of()).toCsv(), StandardCharsets.UTF_8);
    assertThat(written).startsWith("\uFEFF");
  }

  @Test
  void aCellLikeAFormulaIsWrittenWithAnApostrophe() {
    var table = Table.of(List.of("name", "value"), List.of(row("=cmd|' /C calc'!A0")));
    assertThat(new String(table.toCsv(), StandardCharsets.UTF_8)).contains(",'=cmd|");
  }
}
