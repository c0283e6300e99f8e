package org.redress.decision.rulebook;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.redress.decision.file.Contents;
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.Rule;
import org.redress.decision.rule.WordCondition;

/**
 * The words that tables use and the phrases behind them, and the phrases that rules name
 * themselves, found in a text in one pass. A Latin phrase stands at word boundaries, or with a
 * trailing {@code *} at the beginning of a word; a Chinese one stands anywhere.
 */
final class Vocabulary {

  private record Entry(String word, boolean openEnd) {}

  private final Map<String, List<Entry>> entries = new TreeMap<>();
  private final AhoCorasickDoubleArrayTrie<List<Entry>> trie;

  Vocabulary(List<Contents.Phrase> phrases, List<Rule> rules) {
    phrases.forEach(phrase -> add(entries, phrase.word(), phrase.text()));
    ownPhrases(rules).forEach(quoted -> add(entries, quoted, inside(quoted)));
    trie = new AhoCorasickDoubleArrayTrie<>();
    if (!entries.isEmpty()) {
      trie.build(entries);
    }
  }

  private static void add(Map<String, List<Entry>> entries, String word, String phrase) {
    var openEnd = phrase.endsWith("*");
    var text = NormalText.of(openEnd ? phrase.substring(0, phrase.length() - 1) : phrase);
    entries.computeIfAbsent(text, t -> new ArrayList<>()).add(new Entry(word, openEnd));
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
    return entries.equals(other.entries);
  }

  private static String inside(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }

  /** The phrases found in a text, by word or by phrase in quotes, in the order of the text. */
  Map<String, List<String>> find(String text) {
    var found = new LinkedHashMap<String, List<String>>();
    if (entries.isEmpty()) {
      return found;
    }
    var normal = NormalText.of(text);
    trie.parseText(
        normal,
        (begin, end, entries) -> {
          for (var entry : entries) {
            if (stands(normal, begin, end, entry.openEnd())) {
              found
                  .computeIfAbsent(entry.word(), w -> new ArrayList<>())
                  .add(normal.substring(begin, entry.openEnd() ? wordEnd(normal, end) : end));
            }
          }
        });
    return found;
  }

  private static boolean stands(String text, int begin, int end, boolean openEnd) {
    var startsInsideWord =
        begin > 0 && isLatin(text.charAt(begin)) && isLatin(text.charAt(begin - 1));
    var endsInsideWord =
        !openEnd
            && end < text.length()
            && isLatin(text.charAt(end - 1))
            && isLatin(text.charAt(end));
    return !startsInsideWord && !endsInsideWord;
  }

  private static int wordEnd(String text, int end) {
    while (end < text.length() && isLatin(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Letters and digits of scripts that write words apart; Chinese characters are none of them. */
  private static boolean isLatin(char c) {
    return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
  }
}
