package org.redress.command.classifier;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.table.Table;
import org.redress.understanding.training.Example;
import picocli.CommandLine.Option;

/** The options of {@code classifier} that name labelled texts, and the reading of these. */
class LabelledTables {

  private static final String OTHER = "other";
  private static final int MOST_TOLD = 10;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "F",
      description = "CSV file with a header; may be given several times.")
  private List<Path> files;

  @Option(
      names = "--text",
      required = true,
      paramLabel = "COL",
      description = "The column that holds the text.")
  private String textColumn;

  @Option(
      names = "--label",
      required = true,
      paramLabel = "COL",
      description = "The column that says what the text is.")
  private String labelColumn;

  @Option(
      names = "--rename",
      paramLabel = "OLD=NEW",
      description = "Read label OLD as NEW; for several labels that mean one.")
  private Map<String, String> renamed = new HashMap<>();

  @Option(
      names = "--only",
      paramLabel = "LABEL",
      description = "Tell this label from all others, which become '" + OTHER + "'.")
  private @Nullable String only;

  @Option(
      names = "--at-least",
      paramLabel = "N",
      defaultValue = "1",
      description = "Leave out labels with fewer texts than N.")
  private int atLeast;

  /** Something that keeps the command from going on. */
  static final class Unusable extends Exception {
    Unusable(String message) {
      super(message);
    }
  }

  /** The names of the files, for the model's card. */
  List<String> names() {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  /**
   * All rows that hold a text and a label.
   *
   * @param talk is told which rows were left out
   */
  List<Example> read(PrintWriter talk) throws Unusable {
    var examples = new ArrayList<Example>();
    for (var file : files) {
      read(file, examples, talk);
    }
    var counts =
        examples.stream().collect(Collectors.groupingBy(Example::label, Collectors.counting()));
    examples.removeIf(example -> counts.get(example.label()) < atLeast);
    if (examples.isEmpty()) {
      throw new Unusable(
          "no row holds both a text and a label. Fill the columns '%s' and '%s'"
              .formatted(textColumn, labelColumn));
    }
    return examples;
  }

  private void read(Path file, List<Example> examples, PrintWriter talk) throws Unusable {
    var table = Table.readCsv(bytes(file));
    table.mistakes().stream().limit(MOST_TOLD).forEach(m -> talk.println(line(file, m)));
    if (table.mistakes().size() > MOST_TOLD) {
      talk.println(
          "%s: %d more rows like these".formatted(file, table.mistakes().size() - MOST_TOLD));
    }
    if (table.header().isEmpty()) {
      throw new Unusable("%s: nothing in it can be used".formatted(file));
    }
    mustHave(file, table, textColumn);
    mustHave(file, table, labelColumn);
    int empty = 0;
    for (var row : table.rows()) {
      var text = row.cell(textColumn);
      var label = row.cell(labelColumn);
      if (text.isEmpty() || label.isEmpty()) {
        empty++;
      } else {
        examples.add(new Example(text, meant(label)));
      }
    }
    if (empty > 0) {
      talk.println("%s: %d rows without a text or a label left out".formatted(file, empty));
    }
  }

  static byte[] bytes(Path file) throws Unusable {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new Unusable("%s: there is no such file".formatted(file));
    } catch (IOException e) {
      throw new Unusable("%s: cannot be read: %s".formatted(file, e.getMessage()));
    }
  }

  static String line(Path file, Table.Mistake mistake) {
    var column = mistake.column() == null ? "" : mistake.column() + ": ";
    return "%s:%d: %s%s. %s"
        .formatted(file, mistake.line(), column, mistake.what().en(), mistake.remedy().en());
  }

  private static void mustHave(Path file, Table table, String column) throws Unusable {
    if (!table.header().contains(column)) {
      throw new Unusable(
          "%s:1: there is no column '%s'. Name one of: %s"
              .formatted(file, column, String.join(", ", table.header())));
    }
  }

  private String meant(String label) {
    var name = renamed.getOrDefault(label, label);
    return only == null || only.equals(name) ? name : OTHER;
  }
}
