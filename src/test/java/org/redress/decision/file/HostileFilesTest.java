package org.redress.decision.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.decision.RefundBook;
import org.redress.decision.finding.RuleBookBroken;
import org.redress.decision.rule.Facts;
import org.redress.decision.rulebook.RuleBook;
import org.redress.table.Table;

/** Files that try to run code are refused with a message, or are plain data; nothing ever runs. */
class HostileFilesTest {

  private static final String PROPERTY = "redress.probe";
  private static final String SET = "System.setProperty(\"redress.probe\", \"1\")";

  @TempDir private Path folder;

  @BeforeEach
  void nothingWasDoneBefore() {
    System.clearProperty(PROPERTY);
  }

  @AfterEach
  void nothingWasDone() {
    assertThat(System.getProperty(PROPERTY)).isNull();
    assertThat(folder.resolve("made")).doesNotExist();
  }

  static Stream<Arguments> probes() throws IOException {
    try (var file = HostileFilesTest.class.getResourceAsStream("hostile.drl.txt")) {
      var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("(?m)^%% "))
          .skip(1)
          .map(probe -> probe.split("\n", 2))
          .map(probe -> Arguments.of(probe[0], probe[1]))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("probes")
  void aHostileFormulaIsRefusedWithAMessage(String title, String drl) {
    var probe = drl.replace("{FILE}", folder.resolve("made").toString());
    var refused = catchThrowable(() -> use(RefundBook.with("probe.drl", probe)));
    if (title.startsWith("harmless")) {
      assertThat(refused).isNull();
      return;
    }
    assertThat(refused).isInstanceOf(RuleBookBroken.class);
    assertThat(((RuleBookBroken) refused).findings())
        .allSatisfy(finding -> assertThat(finding.file()).isEqualTo("refund/probe.drl"))
        .allSatisfy(finding -> assertThat(finding.row()).isBetween(0, probe.split("\n", -1).length))
        .allSatisfy(finding -> assertThat(finding.remedy().en()).isNotBlank())
        .allSatisfy(finding -> assertThat(finding.what().zh()).containsPattern("\\p{IsHan}"))
        .allSatisfy(finding -> assertThat(finding.remedy().zh()).containsPattern("\\p{IsHan}"));
  }

  /** Loads the book and lets every rule look at a complaint. */
  private static void use(RuleFiles files) {
    var book = RuleBook.of(files);
    var facts = new Facts(LocalDateTime.of(2026, 1, 1, 12, 0));
    facts.addMentions(book.mentions("late, rude, broken; gas leak " + SET));
    facts.add("tier", List.of("gold"));
    book.questions().forEach(question -> book.speaking(question, facts));
  }

  static Stream<String> payloads() {
    return Stream.of(
        "\") || " + SET + " == (\"",
        "x\"); " + SET + "; $d.route(\"y",
        "gold\\",
        "gold\\\" || " + SET + " || \\\"",
        "*/ " + SET + "; /*",
        "gold\n" + SET + ";",
        "gold\r\nend rule \"Q\" when then " + SET + "; end",
        "\\u0022 || " + SET,
        "@{" + SET + "}",
        "${" + SET + "}",
        "eval(true)",
        "gold\" , eval(true), \"",
        "|| " + SET,
        "& this != null",
        "!",
        "|",
        "a||b",
        "a&&b",
        "gold || true",
        "1 || true",
        ">=1 || " + SET,
        ">=1e999",
        "1..2..3",
        "-1",
        "09:00..18:00 || true",
        "99:99",
        "\u0000gold",
        "\u202Egold",
        "=cmd|' /C touch made'!A0",
        "@SUM(1)",
        "\"" + "x".repeat(300) + "\"",
        "x".repeat(100_000),
        "a|".repeat(10_000) + "b");
  }

  private static final List<String> COLUMNS =
      List.of(
          "name",
          "when mentions",
          "when text",
          "when tier",
          "when channel",
          "when emotion",
          "when value",
          "when amount",
          "when time of day",
          "when churn risk",
          "answer",
          "amount",
          "because",
          "because_zh",
          "from",
          "until");

  @ParameterizedTest
  @MethodSource("payloads")
  void aHostileCellIsRefusedOrPlainData(String payload) {
    for (var column : COLUMNS) {
      var cells = new TreeMap<String, String>();
      COLUMNS.forEach(name -> cells.put(name, ""));
      cells.putAll(Map.of("name", "P", "answer", "money", "because", "a", "because_zh", "b"));
      cells.put(column, payload);
      var table = Table.of(COLUMNS, List.of(new Table.Row(2, cells)));
      refusedOrHarmless(RefundBook.with(Map.of("probe.csv", table.toCsv())));
      if (column.equals("when text") && payload.length() <= 32_000) {
        refusedOrHarmless(RefundBook.with(Map.of("probe.xlsx", table.toXlsx(Map.of()))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void aHostileWordOrExampleIsRefusedOrPlainData(String payload) {
    var words =
        Table.of(List.of("name", "en", "zh"), List.of(word(payload, "a"), word("b", payload)));
    var rule = "name,answer,because,because_zh\nR,money,a,b\n";
    var files = RefundBook.with("table.csv", rule);
    refusedOrHarmless(files.with("vocabulary/words.csv", words.toCsv()));
    refusedOrHarmless(files.with("vocabulary/probe.csv", words.toCsv()));
    var example =
        "- given: {text: |\n    %s\n  }\n  expect: {answer: money, rule: R}\n".formatted(payload);
    refusedOrHarmless(files.with("refund/examples.yml", bytes(example)));
    refusedOrHarmless(
        files.with(
            "refund/examples.yml", bytes("- !!javax.script.ScriptEngineManager [" + payload)));
  }

  private static Table.Row word(String name, String phrase) {
    return new Table.Row(2, Map.of("name", name, "en", phrase, "zh", phrase));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void refusedOrHarmless(RuleFiles files) {
    var refused = catchThrowable(() -> use(files));
    if (refused != null) {
      assertThat(refused).isInstanceOf(RuleBookBroken.class).hasMessageMatching("(?s).*:\\d+:.*");
      assertThat(refused.getMessage().length()).isLessThan(200_000);
    }
  }
}
