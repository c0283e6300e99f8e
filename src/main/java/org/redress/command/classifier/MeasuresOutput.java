package org.redress.command.classifier;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.redress.understanding.training.Measures;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Figures of a model as a table for people or as JSON for programs. */
final class MeasuresOutput {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private MeasuresOutput() {}

  static void print(Measures measures, boolean json, PrintWriter out) {
    if (json) {
      out.println(JSON.writeValueAsString(measures));
    } else {
      table(measures, out);
    }
    out.flush();
  }

  private static void table(Measures measures, PrintWriter out) {
    out.printf(
        "%d texts: accuracy %.3f, macro-F1 %.3f, accuracy were all labels equally frequent %.3f%n",
        measures.texts(), measures.accuracy(), measures.macroF1(), measures.balancedAccuracy());
    out.printf(
        "sure of %.0f%% of them, of these right %.3f; calibration error %.3f%n%n",
        100 * measures.sure().share(), measures.sure().accuracy(), measures.calibration().error());
    int width = width(measures.labels());
    out.printf("%-" + width + "s %6s %9s %9s %9s%n", "label", "texts", "precision", "recall", "F1");
    for (var label : measures.labels()) {
      out.printf(
          "%-" + width + "s %6d %9.3f %9.3f %9.3f%n",
          label.label(),
          label.texts(),
          label.precision(),
          label.recall(),
          label.f1());
    }
    out.printf("%nmistaken for%n");
    measures.confusion().forEach((label, guesses) -> mistakes(label, guesses, width, out));
    out.printf("%nconfidence  texts   stated  is right%n");
    for (var bin : measures.calibration().bins()) {
      out.printf(
          "%.1f to %.1f %6d %8.3f %9.3f%n",
          bin.from(), bin.to(), bin.texts(), bin.confidence(), bin.accuracy());
    }
  }

  private static void mistakes(
      String label, Map<String, Integer> guesses, int width, PrintWriter out) {
    var mistakes =
        guesses.entrySet().stream()
            .filter(guess -> !guess.getKey().equals(label))
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .map(guess -> guess.getKey() + " " + guess.getValue())
            .toList();
    out.printf("%-" + width + "s %s%n", label, String.join(", ", mistakes));
  }

  private static int width(List<Measures.OfLabel> labels) {
    return labels.stream().mapToInt(label -> label.label().length()).max().orElse(0) + 2;
  }
}
