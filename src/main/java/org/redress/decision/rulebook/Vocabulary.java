package org.redress.decision.rulebook;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The words that tables use and the phrases behind them, found in a text in one pass. A Latin
 * phrase stands at word boundaries, or with a trailing {@code *} at the beginning of a word; a
 * Chinese one stands anywhere.
 */
final class Vocabulary {

  /** One phrase of a word. */
  record Phrase(String word, String text, String file, int row) {}

  private record Entry(String word, boolean openEnd) {}

  private final Set<String> words;
  private final AhoCorasickDoubleArrayTrie<List<Entry>> trie;

  Vocabulary(List<Phrase> phrases) {
    var entries = new TreeMap<String, List<Entry>>();
    for (var phrase : phrases) {
      var openEnd = phrase.text().endsWith("*");
      var text = NormalText.of(openEnd ? withoutStar(phrase.text()) : phrase.text());
      entries.computeIfAbsent(text, t -> new ArrayList<>()).add(new Entry(phrase.word(), openEnd));
    }
    words = Set.copyOf(phrases.stream().map(Phrase::word).toList());
    trie = new AhoCorasickDoubleArrayTrie<>();
    if (!entries.isEmpty()) {
      trie.build(entries);
    }
  }

  private static String withoutStar(String phrase) {
    return phrase.substring(0, phrase.length() - 1);
  }

  Set<String> words() {
    return words;
  }

  /** The phrases found in a text, by their word, in the order of the text. */
  Map<String, List<String>> find(String text) {
    var found = new LinkedHashMap<String, List<String>>();
    if (words.isEmpty()) {
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
