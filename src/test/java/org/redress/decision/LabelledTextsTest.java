package org.redress.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.decision.rulebook.RuleBook;
import org.redress.table.Table;

/** How well the shipped rules read feelings and demands, on texts labelled by docs/labelling.md. */
class LabelledTextsTest {

  private static final Path DATA = Path.of("../shared/data");
  private static final Path LABELS = Path.of("src/test/resources/labelled.csv");

  /** Labels with fewer texts of a language are not counted into the mean. */
  private static final int LEAST = 5;

  /** Texts of one label: rightly, wrongly, and not given it. */
  private static final class Hits {
    private int right;
    private int wrong;
    private int missed;

    double f1() {
      return 2.0 * right / Math.max(1, 2 * right + wrong + missed);
    }

    int texts() {
      return right + missed;
    }

    @Override
    public String toString() {
      return "%d of %d, %d wrong, F1 %.2f".formatted(right, texts(), wrong, f1());
    }
  }

  private static final Map<String, Map<String, Hits>> HITS = new TreeMap<>();

  @BeforeAll
  static void decideAll() throws IOException {
    assumeThat(DATA.resolve("complaints_zh")).exists();
    var book = RuleBook.load(Path.of("rules"));
    var tables = new HashMap<String, Table>();
    for (var row : Table.readCsv(Files.readAllBytes(LABELS)).rows()) {
      var table = tables.computeIfAbsent(row.cell("file"), LabelledTextsTest::table);
      var cells = table.rows().get(Integer.parseInt(row.cell("row")) - 1).cells();
      var text =
          cells.getOrDefault("narrative", cells.getOrDefault("utterance", cells.get("text")));
      var decision =
          Asking.decide(
              book,
              new Case(
                  text,
                  new Circumstances(
                      "email",
                      row.cell("language"),
                      LocalDateTime.parse("2026-11-20T10:00"),
                      null,
                      Map.of())));
      for (var question : List.of("emotion", "demand")) {
        var labels = Arrays.stream(row.cell(question).split("\\|")).filter(l -> !l.isEmpty());
        count(
            String.join(" ", question, row.cell("language"), row.cell("part")),
            labels.toList(),
            decision.answer(question).values());
      }
    }
  }

  private static Table table(String file) {
    try {
      return Table.readCsv(Files.readAllBytes(DATA.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void count(String what, List<String> labels, List<String> answers) {
    var hits = HITS.computeIfAbsent(what, w -> new TreeMap<>());
    labels.forEach(
        label -> {
          var of = hits.computeIfAbsent(label, l -> new Hits());
          if (answers.contains(label)) {
            of.right++;
          } else {
            of.missed++;
          }
        });
    answers.stream()
        .filter(answer -> !labels.contains(answer))
        .forEach(answer -> hits.computeIfAbsent(answer, l -> new Hits()).wrong++);
  }

  @ParameterizedTest
  @CsvSource({
    "emotion en evaluation, 0.42",
    "emotion zh evaluation, 0.54",
    "demand en evaluation, 0.51",
    "demand zh evaluation, 0.66",
  })
  void readsTextsThatNobodyWroteRulesFor(String what, double least) {
    assertThat(macro(HITS.get(what))).as("%s", HITS.get(what)).isGreaterThanOrEqualTo(least);
  }

  private static double macro(Map<String, Hits> hits) {
    return hits.values().stream()
        .filter(label -> label.texts() >= LEAST)
        .mapToDouble(Hits::f1)
        .average()
        .orElseThrow();
  }
}
