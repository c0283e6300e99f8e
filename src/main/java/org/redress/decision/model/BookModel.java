package org.redress.decision.model;

import java.util.stream.Stream;
import org.redress.decision.rule.Found;
import org.redress.understanding.TextModel;

/**
 * A model of a rule book.
 *
 * @param name of its file, without the ending
 * @param version names the file's content
 */
public record BookModel(String name, String version, TextModel model) {

  /** What no model ever is: right in every case. */
  private static final int MOST_PERCENT = 99;

  /** What it takes a text for. */
  public Found.Understood understand(String text) {
    var guess = model.guess(text);
    var percent = (int) Math.min(MOST_PERCENT, Math.round(100 * guess.confidence()));
    return new Found.Understood(name, version, guess.label(), percent, guess.sure(), guess.words());
  }

  /** The words that rules may use of it. */
  Stream<String> words() {
    return model.card().labels().stream()
        .flatMap(label -> Found.Understood.allWords(name, label).stream());
  }
}
