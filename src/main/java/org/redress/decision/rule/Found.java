package org.redress.decision.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was found in a text.
 *
 * @param mentions the phrases by vocabulary word, or by rule's own phrase in quotes
 * @param understood what the models of the rule book took it for, one each
 */
public record Found(Map<String, List<String>> mentions, List<Understood> understood) {

  /**
   * What one model took the text for.
   *
   * @param version of the model
   * @param percent how often such guesses are right
   * @param sure whether that is often enough to tell the rules
   * @param words of the text that spoke most for it, the strongest first
   */
  public record Understood(
      String model, String version, String label, int percent, boolean sure, List<String> words) {

    private static final int CERTAIN = 90;
    private static final String ENDING = ".certain";

    /** How rules name a label of a model, for instance {@code product.mortgage}. */
    public static String word(String model, String label) {
      return model + "." + label.replaceAll("[^\\p{L}\\p{N}_-]+", "_");
    }

    /** All words that rules may use of a model's label. */
    public static List<String> allWords(String model, String label) {
      return List.of(word(model, label), word(model, label) + ENDING);
    }

    /** The words that rules are shown; none when the model was not sure. */
    List<String> shown() {
      var shown = new ArrayList<String>();
      if (sure) {
        shown.add(word(model, label));
        if (percent >= CERTAIN) {
          shown.add(word(model, label) + ENDING);
        }
      }
      return shown;
    }

    /** With its confidence and reasons, for people to read. */
    String inWords() {
      return words.stream()
          .map(word -> "“" + word + "”")
          .collect(Collectors.joining(" ", word(model, label) + " " + percent + "% ", ""))
          .strip();
    }
  }
}
