package org.redress.text;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Phrases under names, found in a text in one pass however many there are. A Latin phrase stands at
 * word boundaries, or with a trailing {@code *} at the beginning of a word; a Chinese one stands
 * anywhere.
 */
public final class Phrases {

  private record Entry(String name, boolean openEnd) {}

  private final Map<String, List<Entry>> entries = new TreeMap<>();
  private final AhoCorasickDoubleArrayTrie<List<Entry>> trie = new AhoCorasickDoubleArrayTrie<>();

  /** A phrase as people write it, under its name. */
  public record Named(String name, String phrase) {}

  /** Takes what was found. */
  public interface Found {

    /** A phrase of this name stands in the text from {@code begin} to before {@code end}. */
    void at(String name, int begin, int end);
  }

  /** Gets ready to look for phrases; there may be none. */
  public Phrases(List<Named> phrases) {
    for (var named : phrases) {
      var openEnd = named.phrase().endsWith("*");
      var text =
          openEnd ? named.phrase().substring(0, named.phrase().length() - 1) : named.phrase();
      entries
          .computeIfAbsent(NormalText.of(text), t -> new ArrayList<>())
          .add(new Entry(named.name(), openEnd));
    }
    if (!entries.isEmpty()) {
      trie.build(entries);
    }
  }

  /** Whether both find the same in any text. */
  public boolean findsTheSameAs(Phrases other) {
    return entries.equals(other.entries);
  }

  /** Whether a normal text is itself a phrase of this name, word for word. */
  public boolean hold(String name, String normal) {
    return entries.getOrDefault(normal, List.of()).stream().anyMatch(e -> e.name().equals(name));
  }

  /** Finds all phrases in a normal text, in the order of their ends. */
  public void find(String normal, Found found) {
    if (entries.isEmpty()) {
      return;
    }
    trie.parseText(
        normal,
        (begin, end, entries) -> {
          for (var entry : entries) {
            if (stands(normal, begin, end, entry.openEnd())) {
              found.at(entry.name(), begin, entry.openEnd() ? wordEnd(normal, end) : end);
            }
          }
        });
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
