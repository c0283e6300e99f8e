package org.redress.command.classifier;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.command.classifier.LabelledTables.Unusable;
import org.redress.table.Table;
import org.redress.understanding.InvalidModel;
import org.redress.understanding.ModelFile;
import org.redress.understanding.TextModel;
import org.redress.understanding.training.Evaluating;
import org.redress.understanding.training.Example;
import org.redress.understanding.training.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code classifier train} and {@code classifier evaluate}: models that say what a text is. */
@Command(
    name = "classifier",
    description = "Train and measure models that say what a text is.",
    mixinStandardHelpOptions = true)
public class ClassifierCommand {

  private static final int GOOD = 0;
  private static final int BAD = 1;
  private static final List<String> VOCABULARY = List.of("name", "en", "zh");

  @Spec private CommandSpec spec;

  /** How to train, beside the texts. */
  static class Settings {
    @Option(names = "--seed", defaultValue = "7", description = "Of the split into five parts.")
    private long seed;

    @Option(
        names = "--balance",
        defaultValue = "0.5",
        paramLabel = "B",
        description =
            "0: expect labels as often as in the data; 1: all equally often; default:"
                + " ${DEFAULT-VALUE}.")
    private double balance;

    @Option(
        names = "--threshold",
        defaultValue = "0.6",
        paramLabel = "T",
        description = "Abstain below this confidence; default: ${DEFAULT-VALUE}.")
    private double threshold;

    @Option(
        names = "--vocabulary",
        paramLabel = "F",
        description = "A vocabulary table (name,en,zh) whose phrases count besides.")
    private @Nullable Path vocabulary;
  }

  @Command(
      description = "Train a model; prints how good it is on texts held back.",
      mixinStandardHelpOptions = true)
  int train(
      @Mixin LabelledTables tables,
      @Mixin Settings settings,
      @Option(names = "--out", required = true, paramLabel = "M") Path out,
      @Option(names = "--json", description = "Print the figures as JSON.") boolean json) {
    try {
      var examples = twoOfEach(tables.read(talk()));
      var trained =
          new Training(
                  examples,
                  new Training.Settings(
                      tables.names(),
                      settings.seed,
                      share("--balance", settings.balance),
                      share("--threshold", settings.threshold),
                      phrases(settings.vocabulary)))
              .train();
      var bytes = ModelFile.write(trained.model());
      Files.write(out, bytes);
      MeasuresOutput.print(trained.heldOut(), json, data());
      talk()
          .println(
              "%s: %d KB, learnt from %d texts; measured on five parts, each held back once"
                  .formatted(out, bytes.length >> 10, examples.size()));
      return GOOD;
    } catch (Unusable e) {
      talk().println(e.getMessage());
    } catch (IOException e) {
      talk().println("%s: cannot be written: %s".formatted(out, e));
    }
    return BAD;
  }

  private List<Example> twoOfEach(List<Example> examples) throws Unusable {
    var counts =
        new TreeMap<>(
            examples.stream()
                .collect(Collectors.groupingBy(Example::label, Collectors.counting())));
    var single = counts.keySet().stream().filter(label -> counts.get(label) == 1).toList();
    single.forEach(
        label ->
            talk()
                .println(
                    "label '%s' has one text only and is left out. Add at least one more"
                        .formatted(label)));
    if (counts.size() - single.size() < 2) {
      throw new Unusable(
          "a model needs two labels with two texts each, here are %s. Add labelled texts"
              .formatted(counts));
    }
    return examples.stream().filter(example -> counts.get(example.label()) > 1).toList();
  }

  private static double share(String option, double value) throws Unusable {
    if (!(value >= 0 && value <= 1)) {
      throw new Unusable("%s: write a number from 0 to 1".formatted(option));
    }
    return value;
  }

  private Map<String, List<String>> phrases(@Nullable Path file) throws Unusable {
    var phrases = new TreeMap<String, List<String>>();
    if (file == null) {
      return phrases;
    }
    var table = Table.readCsv(LabelledTables.bytes(file));
    table.mistakes().forEach(mistake -> talk().println(LabelledTables.line(file, mistake)));
    if (!table.header().equals(VOCABULARY)) {
      throw new Unusable("%s:1: write the first line: name,en,zh".formatted(file));
    }
    for (var row : table.rows()) {
      for (var language : List.of("en", "zh")) {
        if (!row.cell(language).isEmpty()) {
          phrases
              .computeIfAbsent(row.cell("name"), name -> new ArrayList<>())
              .add(row.cell(language));
        }
      }
    }
    return phrases;
  }

  @Command(
      description = "Measure a model on labelled texts it has not learnt from.",
      mixinStandardHelpOptions = true)
  int evaluate(
      @Mixin LabelledTables tables,
      @Option(names = "--model", required = true, paramLabel = "M") Path model,
      @Option(names = "--json", description = "Print the figures as JSON.") boolean json) {
    try {
      var measures = Evaluating.of(read(model), tables.read(talk()));
      MeasuresOutput.print(measures, json, data());
      return GOOD;
    } catch (Unusable e) {
      talk().println(e.getMessage());
      return BAD;
    }
  }

  private static TextModel read(Path model) throws Unusable {
    try {
      return ModelFile.read(LabelledTables.bytes(model));
    } catch (InvalidModel e) {
      throw new Unusable("%s: %s".formatted(model, e.getMessage()));
    }
  }

  private PrintWriter data() {
    return spec.commandLine().getOut();
  }

  private PrintWriter talk() {
    return spec.commandLine().getErr();
  }
}
