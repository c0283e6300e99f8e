package org.redress.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as spreadsheets of different countries write them. */
class SeparatorsTest {

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void theFirstLineShowsWhatPartsTheCells(String separator) {
    var table = read("\"Name, first\"" + separator + "Text\nAda" + separator + "\"a;b,c|d\"\n");

    assertThat(table.mistakes()).isEmpty();
    assertThat(table.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.cells()).containsEntry("Name, first", "Ada");
              assertThat(row.cells()).containsEntry("Text", "a;b,c|d");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";"})
  void aCellTooManyIsNamedWithItsSeparator(String separator) {
    var table = read("Name" + separator + "Text\nAda" + separator + "x" + separator + "y\n");

    assertThat(table.mistakes())
        .singleElement()
        .satisfies(mistake -> assertThat(mistake.remedy().en()).contains("'" + separator + "'"));
  }

  private static Table read(String text) {
    return Table.read("list.csv", text.getBytes(UTF_8));
  }
}
