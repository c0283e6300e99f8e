package org.redress.decision.rulebook;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.redress.decision.file.Contents;

/**
 * The words that tables use and the phrases behind them, found in a text in one pass. A Latin
 * phrase stands at word boundaries, or with a trailing {@code *} at the beginning of a word; a
 * Chinese one stands anywhere.
 */
final class Vocabulary {

  private record Entry(String word, boolean openEnd) {}

  private final boolean empty;
  private final AhoCorasickDoubleArrayTrie<List<Entry>> trie;

  Vocabulary(List<Contents.Phrase> phrases) {
    var entries = new TreeMap<String, List<Entry>>();
    for (var phrase : phrases) {
      var openEnd = phrase.text().endsWith("*");
      var text = NormalText.of(openEnd ? withoutStar(phrase.text()) : phrase.text());
      entries.computeIfAbsent(text, t -> new ArrayList<>()).add(new Entry(phrase.word(), openEnd));
    }
    empty = phrases.isEmpty();
    trie = new AhoCorasickDoubleArrayTrie<>();
    if (!entries.isEmpty()) {
      trie.build(entries);
    }
  }

  private static String withoutStar(String phrase) {
    return phrase.substring(0, phrase.length() - 1);
  }

  /** The phrases found in a text, by their word, in the order of the text. */
  Map<String, List<String>> find(String text) {
    var found = new LinkedHashMap<String, List<String>>();
    if (empty) {
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
