package org.redress.text;

import java.util.Set;
import java.util.regex.Pattern;

/** The words before a place in a text, the nearest first: Latin ones whole, Chinese ones known. */
final class WordsBefore {

  private static final Pattern DRAWN_OUT = Pattern.compile("([a-z])\\1{2,}");
  private static final int LONGEST_LATIN = 14;
  private static final int LONGEST_CHINESE = 4;

  private final String text;
  private final Set<String> known;
  private int place;

  /**
   * Begins before {@code place}.
   *
   * @param known the words that Chinese text, which has no spaces, is cut into
   */
  WordsBefore(String text, int place, Set<String> known) {
    this.text = text;
    this.place = place;
    this.known = known;
  }

  /** The next word, "soooo" as "so"; empty at the beginning, after a mark or an unknown word. */
  String next() {
    var end = place;
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    var begin = end;
    while (begin > 0 && end - begin <= LONGEST_LATIN && isLatin(text.charAt(begin - 1))) {
      begin--;
    }
    place = begin == end ? beginOfKnown(end) : begin;
    var word = text.substring(place, end);
    return known.contains(word) ? word : DRAWN_OUT.matcher(word).replaceAll("$1");
  }

  /** Where the last word begins. */
  int place() {
    return place;
  }

  /** Whether what stands before the last word ends like this. */
  boolean endBefore(Pattern ending) {
    return ending.matcher(text).region(Math.max(0, place - LONGEST_CHINESE), place).find();
  }

  private int beginOfKnown(int end) {
    for (int length = Math.min(LONGEST_CHINESE, end); length > 0; length--) {
      if (known.contains(text.substring(end - length, end))) {
        return end - length;
      }
    }
    return end;
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c == '\'';
  }
}
