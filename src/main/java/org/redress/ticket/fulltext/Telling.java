package org.redress.ticket.fulltext;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The words that tell what a complaint is about, in the order of the text, each with its weight:
 * the fewer complaints have the word, the more it tells.
 */
public record Telling(Map<String, Double> words) {

  /** Below this, what two complaints share are words that many have. */
  private static final double LEAST_SHARED = 7;

  /** How much of the shorter of two complaints the other must share to be about the same. */
  private static final int LEAST_PERCENT = 35;

  private static final int LEAST_WORDS = 2;

  double weight() {
    return words.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Whether both seem to be about the same. */
  public boolean isAlike(Telling other) {
    var shared = new ArrayList<>(words.keySet());
    shared.retainAll(other.words.keySet());
    var weight = shared.stream().mapToDouble(words::get).sum();
    return shared.size() >= LEAST_WORDS
        && weight >= LEAST_SHARED
        && 100 * weight >= LEAST_PERCENT * Math.min(weight(), other.weight());
  }

  /** Those of its words that are among others, as people read them. */
  List<String> shared(Collection<String> others) {
    return joined(words.keySet().stream().filter(others::contains).toList());
  }

  /** Words in the order of a text as people read them, with spaces between. */
  public static String readable(List<String> words) {
    return String.join(" ", joined(words));
  }

  private static List<String> joined(List<String> words) {
    var joined = new ArrayList<String>();
    for (var word : words) {
      var last = joined.isEmpty() ? " " : joined.get(joined.size() - 1);
      if (isHan(word) && last.charAt(last.length() - 1) == word.charAt(0)) {
        joined.set(joined.size() - 1, last + word.substring(1)); // 电水 and 水壶 were 电水壶
      } else {
        joined.add(word);
      }
    }
    return joined;
  }

  private static boolean isHan(String word) {
    return Character.isIdeographic(word.codePointAt(0));
  }
}
