package org.redress.decision.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.decision.file.Contents;
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.Rule;
import org.redress.decision.rule.WordCondition;
import org.redress.text.NormalText;
import org.redress.text.Phrases;

/** The words that tables use and the phrases behind them, and the phrases that rules name. */
final class Vocabulary {

  private final Phrases phrases;

  Vocabulary(List<Contents.Phrase> phrases, List<Rule> rules) {
    this.phrases =
        new Phrases(
            Stream.concat(
                    phrases.stream().map(p -> new Phrases.Named(p.word(), p.text())),
                    ownPhrases(rules).map(quoted -> new Phrases.Named(quoted, inside(quoted))))
                .toList());
  }

  /** The phrases that rules look for beside the vocabulary, in quotes. */
  private static Stream<String> ownPhrases(List<Rule> rules) {
    return rules.stream()
        .flatMap(rule -> rule.conditions().stream())
        .flatMap(Condition::wordTests)
        .filter(test -> test.column().equals(Facts.TEXT))
        .flatMap(WordCondition::words)
        .distinct();
  }

  /** Whether both find the same in any text. */
  boolean findsTheSameAs(Vocabulary other) {
    return phrases.findsTheSameAs(other.phrases);
  }

  private static String inside(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }

  /** The phrases found in a text, by word or by phrase in quotes, in the order of the text. */
  Map<String, List<String>> find(String text) {
    var normal = NormalText.of(text);
    var found = new LinkedHashMap<String, List<String>>();
    phrases.find(
        normal,
        (name, begin, end) ->
            found.computeIfAbsent(name, n -> new ArrayList<>()).add(normal.substring(begin, end)));
    return found;
  }
}
