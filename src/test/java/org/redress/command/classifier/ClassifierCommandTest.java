package org.redress.command.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.table.Table;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class ClassifierCommandTest {

  private static final Path BITEXT = Path.of("../shared/data/complaints_en/bitext_intents.csv");

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void tellsWhatCustomersWant() throws IOException {
    assumeThat(BITEXT).exists();
    var table = Table.readCsv(Files.readAllBytes(BITEXT));
    var train = write("train.csv", rows(table, 0));
    var test = write("test.csv", rows(table, 1));
    var model = folder.resolve("m.model").toString();

    assertThat(
            run(
                "train",
                "--data",
                train,
                "--text",
                "utterance",
                "--label",
                "category",
                "--out",
                model))
        .as(err.toString())
        .isZero();
    out.getBuffer().setLength(0);
    assertThat(
            run(
                "evaluate",
                "--model",
                model,
                "--data",
                test,
                "--text",
                "utterance",
                "--label",
                "category",
                "--json"))
        .isZero();

    var figures = JsonMapper.shared().readTree(out.toString());
    assertThat(figures.get("accuracy").asDouble()).isGreaterThan(0.97);
    assertThat(figures.get("macroF1").asDouble()).isGreaterThan(0.97);
    assertThat(figures.get("labels")).hasSize(11);
    assertThat(figures.get("confusion").get("ORDER").get("ORDER").asInt()).isPositive();
    assertThat(figures.get("calibration").get("error").asDouble()).isLessThan(0.05);
  }

  /** Every fourth row, so that the test is short. */
  private static byte[] rows(Table table, int rest) {
    var rows =
        IntStream.range(0, table.rows().size())
            .filter(row -> row % 4 == rest)
            .mapToObj(table.rows()::get)
            .toList();
    return Table.of(table.header(), rows).toCsv();
  }

  @Test
  void leavesOutWhatItCannotLearn() throws IOException {
    var data =
        write(
            "a.csv",
            """
            said,is
            the parcel never came,delivery
            my parcel came late,delivery
            the courier lost the parcel,delivery
            I was charged twice,billing
            the bill is wrong,billing
            wrong amount on my bill,billing
            %s,billing
            the lamp burnt my hand,safety
            ,billing
            """
                .formatted("money ".repeat(200_000)));
    var model = folder.resolve("m.model").toString();

    assertThat(run("train", "--data", data, "--text", "said", "--label", "is", "--out", model))
        .isZero();
    assertThat(err.toString())
        .contains("label 'safety' has one text only")
        .contains("a.csv:8: said: this cell has")
        .contains("1 rows without a text or a label left out");
    assertThat(out.toString()).contains("billing", "delivery").doesNotContain("safety");
  }

  @Test
  void namesWhatIsWrong() throws IOException {
    var model = folder.resolve("m.model").toString();
    var good = write("good.csv", "said,is\na b c,x\nd e f,x\n");
    var binary = folder.resolve("binary.csv");
    Files.write(binary, new byte[] {0, 1, 2, (byte) 0xFF, (byte) 0xFE, 0, 0, 7});

    assertThat(run("train", "--data", good, "--text", "txt", "--label", "is", "--out", model))
        .isEqualTo(1);
    assertThat(run("train", "--data", good, "--text", "said", "--label", "is", "--out", model))
        .isEqualTo(1);
    assertThat(
            run(
                "train",
                "--data",
                binary.toString(),
                "--text",
                "a",
                "--label",
                "b",
                "--out",
                model))
        .isEqualTo(1);
    assertThat(run("train", "--data", "no.csv", "--text", "a", "--label", "b", "--out", model))
        .isEqualTo(1);
    assertThat(run("evaluate", "--model", good, "--data", good, "--text", "said", "--label", "is"))
        .isEqualTo(1);
    assertThat(run("train", "--data", good)).isEqualTo(2);

    assertThat(err.toString())
        .contains("good.csv:1: there is no column 'txt'. Name one of: said, is")
        .contains("a model needs two labels with two texts each, here are {x=2}")
        .contains("no.csv: there is no such file")
        .contains("this file is not a model");
  }

  private String write(String name, String content) throws IOException {
    return write(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private String write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content).toString();
  }

  private int run(String... arguments) {
    return new CommandLine(new ClassifierCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
