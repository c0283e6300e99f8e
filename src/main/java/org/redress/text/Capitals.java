package org.redress.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that a text shouts: those in capitals. A long text all in capitals shouts nothing; that
 * is how it was typed.
 */
public final class Capitals {

  private static final Pattern WORD = Pattern.compile("(?<![A-Za-z'])[A-Z][A-Z']{1,30}+(?![a-z])");
  private static final int SHORTEST = 4;
  private static final int LONG_TEXT = 300;

  private final Set<String> words = new HashSet<>();

  /** Reads a text as it was written. */
  public Capitals(String text) {
    if (text.length() < LONG_TEXT || text.chars().anyMatch(c -> c >= 'a' && c <= 'z')) {
      WORD.matcher(text)
          .results()
          .forEach(word -> words.add(word.group().toLowerCase(Locale.ROOT)));
    }
  }

  /** Whether all words of a phrase are written in capitals; abbreviations do not count. */
  public boolean shout(String phrase) {
    return !words.isEmpty()
        && phrase.length() >= SHORTEST
        && words.containsAll(List.of(phrase.split(" ")));
  }
}
