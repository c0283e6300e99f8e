package org.redress.understanding.training;

import java.util.List;
import org.redress.understanding.TextModel;

/** Measures a model on labelled texts. */
public final class Evaluating {

  private Evaluating() {}

  /** How good the model's guesses are; a label it does not know is never guessed. */
  public static Measures of(TextModel model, List<Example> examples) {
    return Measures.of(
        examples.stream()
            .map(
                example -> {
                  var guess = model.guess(example.text());
                  return new Measures.Guessed(
                      example.label(), guess.label(), guess.confidence(), guess.sure());
                })
            .toList());
  }
}
