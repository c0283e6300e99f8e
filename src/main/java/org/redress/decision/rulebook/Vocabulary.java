package org.redress.decision.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.decision.file.Contents;
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.Rule;
import org.redress.decision.rule.WordCondition;
import org.redress.text.Capitals;
import org.redress.text.Masked;
import org.redress.text.NormalText;
import org.redress.text.Phrases;
import org.redress.text.Reading;
import org.redress.text.Said;
import org.redress.text.Spelling;

/** The words that tables use and the phrases behind them, and the phrases that rules name. */
final class Vocabulary {

  private final Phrases phrases;
  private final Spelling spelling;
  private final Set<String> strong;

  Vocabulary(List<Contents.Phrase> vocabulary, List<Rule> rules) {
    this.strong = strong(rules);
    var named =
        Stream.concat(
                vocabulary.stream()
                    .filter(phrase -> !phrase.isMisspelling())
                    .map(p -> new Phrases.Named(p.word(), p.text())),
                ownPhrases(rules).map(quoted -> new Phrases.Named(quoted, inside(quoted))))
            .toList();
    this.phrases = new Phrases(named);
    this.spelling =
        new Spelling(
            vocabulary.stream()
                .filter(Contents.Phrase::isMisspelling)
                .collect(
                    Collectors.toMap(
                        Contents.Phrase::written, Contents.Phrase::meant, (a, b) -> a)),
            named.stream().map(Phrases.Named::phrase).toList());
  }

  /** The words that rules ask for said with force. */
  private static Set<String> strong(List<Rule> rules) {
    return tests(rules, Facts.MENTIONS)
        .filter(word -> word.endsWith(WordCondition.STRONG))
        .collect(Collectors.toSet());
  }

  private static Stream<String> tests(List<Rule> rules, String column) {
    return rules.stream()
        .flatMap(rule -> rule.conditions().stream())
        .flatMap(Condition::wordTests)
        .filter(test -> test.column().equals(column))
        .flatMap(WordCondition::words);
  }

  /** The phrases that rules look for beside the vocabulary, in quotes. */
  private static Stream<String> ownPhrases(List<Rule> rules) {
    return tests(rules, Facts.TEXT).distinct();
  }

  /** Whether both find the same in any text. */
  boolean findsTheSameAs(Vocabulary other) {
    return phrases.findsTheSameAs(other.phrases)
        && spelling.readsTheSameAs(other.spelling)
        && strong.equals(other.strong);
  }

  private static String inside(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }

  /**
   * The phrases found in a text, by word or by phrase in quotes, in the order of the text. Those
   * denied do not count; those said with force count under the word's name for that as well.
   */
  Map<String, List<String>> find(String text) {
    var unmasked = Masked.without(text);
    return new Finding(spelling.read(NormalText.of(unmasked)), new Capitals(unmasked)).find();
  }

  /** The search of one text. */
  private final class Finding {

    private final Reading reading;
    private final String text;
    private final Capitals capitals;
    private final Map<String, List<String>> found = new LinkedHashMap<>();
    private int denied = -1;

    Finding(Reading reading, Capitals capitals) {
      this.reading = reading;
      this.text = reading.text();
      this.capitals = capitals;
    }

    Map<String, List<String>> find() {
      phrases.find(text, this::found);
      return found;
    }

    private void found(String name, int begin, int end) {
      var said = Said.of(text, begin, end, denied);
      if (said.denied()) {
        denied = end;
        return;
      }
      add(name, reading.words(begin, end));
      var forced = name + WordCondition.STRONG;
      if (strong.contains(forced)) {
        force(text.substring(begin, end), said, capitals)
            .filter(words -> !phrases.hold(name, words)) // with its force it is a plain phrase
            .ifPresent(words -> add(forced, words));
      }
    }

    private void add(String name, String phrase) {
      found.computeIfAbsent(name, n -> new ArrayList<>()).add(phrase);
    }
  }

  private static Optional<String> force(String phrase, Said said, Capitals capitals) {
    return Optional.ofNullable(said.strongly())
        .or(() -> Optional.of(phrase).filter(capitals::shout).map(p -> p.toUpperCase(Locale.ROOT)));
  }
}
