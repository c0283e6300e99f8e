package org.redress.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Workbooks say the same as CSV, and what a table cannot hold is told with its cell. */
class WorkbookTest {

  private static Table read(byte[] workbook) {
    return Table.read("rules.xlsx", workbook);
  }

  private static Table with(Consumer<Worksheet> filling) {
    return read(Workbooks.with(filling));
  }

  private static String told(Table table) {
    return table.mistakes().stream()
        .map(m -> "%d %s: %s. %s".formatted(m.line(), m.column(), m.what().en(), m.remedy().en()))
        .reduce("", (a, b) -> a + b + "\n");
  }

  static Stream<Arguments> values() {
    Consumer<Worksheet> percent =
        sheet -> {
          sheet.value(1, 1, 0.3);
          sheet.style(1, 1).format("0%").set();
        };
    Consumer<Worksheet> date =
        sheet -> {
          sheet.value(1, 1, LocalDate.of(2026, 11, 30));
          sheet.style(1, 1).format("d. mmm yyyy").set();
        };
    Consumer<Worksheet> time =
        sheet -> {
          sheet.value(1, 1, 0.75);
          sheet.style(1, 1).format("h:mm").set();
        };
    return Stream.of(
        Arguments.of("12", (Consumer<Worksheet>) sheet -> sheet.value(1, 1, 12.0)),
        Arguments.of("2.5", (Consumer<Worksheet>) sheet -> sheet.value(1, 1, 2.5)),
        Arguments.of("1500000000000000", (Consumer<Worksheet>) sheet -> sheet.value(1, 1, 1.5e15)),
        Arguments.of("TRUE", (Consumer<Worksheet>) sheet -> sheet.value(1, 1, true)),
        Arguments.of("2026-11-30", date),
        Arguments.of("18:00", time),
        Arguments.of(null, percent));
  }

  @ParameterizedTest
  @MethodSource("values")
  void valuesBecomeTheTextThatWasMeant(String text, Consumer<Worksheet> cell) {
    var table =
        with(
            sheet -> {
              sheet.value(1, 0, "A");
              cell.accept(sheet);
            });
    if (text == null) {
      assertThat(table.rows()).isEmpty();
      assertThat(told(table)).contains("2 value: cell B2 is a percentage.");
    } else {
      assertThat(table.mistakes()).isEmpty();
      assertThat(table.rows().get(0).cell("value")).isEqualTo(text);
    }
  }

  @Test
  void rowsKeepTheNumberTheyHaveInTheSheet() {
    var table = with(sheet -> sheet.value(6, 0, "A"));
    assertThat(table.rows()).extracting(Table.Row::line).containsExactly(7);
  }

  @Test
  void aFormulaIsNoValue() {
    var table =
        with(
            sheet -> {
              sheet.formula(1, 1, "1+1");
              sheet.value(2, 0, "B");
            });
    assertThat(told(table)).contains("2 value: cell B2 holds a formula.");
    assertThat(table.rows()).extracting(row -> row.cell("name")).containsExactly("B");
  }

  @Test
  void anErrorIsNoValue() {
    var book = Workbooks.with(sheet -> sheet.value(1, 1, true));
    assertThat(told(read(Workbooks.patched(book, "t=\"b\"><v>1<", "t=\"e\"><v>#N/A<"))))
        .contains("2 value: cell B2 holds the error #N/A.");
  }

  @Test
  void mergedCellsAreTold() {
    assertThat(told(with(sheet -> sheet.range(1, 0, 2, 0).merge())))
        .contains("2 null: the cells A2:A3 are merged.");
  }

  @Test
  void aCellWithoutColumnNameIsTold() {
    assertThat(told(with(sheet -> sheet.value(1, 4, "lost"))))
        .contains("2 null: cell E2 has no column name above it.");
  }

  @Test
  void severalFilledSheetsAreToldByName() {
    var book =
        Workbooks.of(
            workbook -> {
              workbook.newWorksheet("north").value(0, 0, "name");
              workbook.newWorksheet("empty");
              workbook.newWorksheet("south").value(0, 0, "name");
            });
    assertThat(told(read(book))).contains("several sheets hold something: north, south.");
  }

  @Test
  void whatIsNoGoodWorkbookIsToldInOneSentence() {
    var ole = new byte[2_000];
    var begin =
        new byte[] {
          (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
        };
    System.arraycopy(begin, 0, ole, 0, begin.length);
    assertThat(told(read(ole)))
        .isEqualTo(
            "0 null: this is a workbook of the old kind (.xls). Open it in your spreadsheet program"
                + " and save it as .xlsx.\n");
    var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, ole, 1_000, name.length);
    assertThat(told(read(ole))).contains("protected by a password. Remove the password.");
    var good = Workbooks.with(sheet -> sheet.value(1, 0, "A"));
    assertThat(told(read(Arrays.copyOf(good, good.length / 2)))).contains("is damaged");
    assertThat(told(read("name,value\n".getBytes()))).contains("this is no workbook");
    assertThat(told(Table.read("rules.csv", good))).contains("this is a workbook, not CSV");
    assertThat(told(read(Workbooks.of(workbook -> workbook.newWorksheet("rules")))))
        .contains("the table is empty");
  }

  @Test
  void whatUnpacksToFarTooMuchIsNotOpened() {
    assertThat(told(read(Workbooks.bomb()))).contains("far larger than it looks");
  }

  @Test
  void entitiesAreNotExpanded() {
    var book = Workbooks.with(sheet -> sheet.value(1, 1, true));
    var declared =
        Workbooks.patched(
            book,
            "<worksheet",
            "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet");
    assertThat(told(read(declared))).contains("not as spreadsheet programs save it");
  }

  @Test
  void aTableOfTooManyRowsIsToldInOneSentence() {
    var csv = "name\n" + "a\n".repeat(20_001);
    assertThat(told(Table.read("rules.csv", csv.getBytes())))
        .isEqualTo("0 null: the table has more than 20000 rows. Split it into several files.\n");
    var book =
        with(sheet -> IntStream.rangeClosed(1, 20_001).forEach(row -> sheet.value(row, 0, "a")));
    assertThat(told(book)).contains("more than 20000 rows");
    assertThat(told(Table.read("rules.csv", new byte[11 << 20]))).contains("more than 10 MB");
  }

  @Test
  void wordsToChooseFromAreOfferedAndNotReadAsATable() throws Exception {
    var table = Table.of(List.of("tier"), List.of(new Table.Row(2, Map.of("tier", "gold"))));
    var book = table.toXlsx(Map.of("tier", List.of("gold", "silver")));
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(book))) {
      assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
          .containsExactly("table", "choices");
    }
    assertThat(read(book).mistakes()).isEmpty();
    assertThat(read(book).rows().get(0).cell("tier")).isEqualTo("gold");
  }
}
