package org.redress.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads misspelt words as the words they stand for: those of a table that people keep, and long
 * English words of the vocabulary with two neighbouring letters swapped, as in "refnud". Swapped
 * letters hardly ever make another right word; letters left out or wrong often do, and so are read
 * only where the table says so.
 */
public final class Spelling {

  private static final Pattern LONG_WORD = Pattern.compile("(?<![a-z'])[a-z]{6,24}+\\*?(?!')");
  private static final String OPEN = "*";

  /** Beginnings of right words that are others with two letters swapped. */
  private static final List<String> RIGHT =
      List.of(
          ("complian prefect perfect casual causal silver sliver untied united sacred scared martial"
                  + " marital signed singed signing singing barely barley")
              .split(" "));

  private final Map<String, String> meant = new HashMap<>();
  private final Phrases written;

  /**
   * Prepares to read.
   *
   * @param table what is meant by what is written
   * @param vocabulary phrases, whose words are right
   */
  public Spelling(Map<String, String> table, Collection<String> vocabulary) {
    var words = new HashSet<String>();
    vocabulary.forEach(
        phrase ->
            LONG_WORD
                .matcher(NormalText.of(phrase))
                .results()
                .map(MatchResult::group)
                .forEach(words::add));
    var doubtful = new HashSet<String>();
    words.forEach(word -> addSwapped(word, doubtful));
    meant.keySet().removeAll(doubtful);
    meant.keySet().removeAll(words);
    meant.keySet().removeIf(slip -> RIGHT.stream().anyMatch(slip::startsWith));
    table.forEach((slip, word) -> meant.put(NormalText.of(slip), NormalText.of(word)));
    written =
        new Phrases(meant.keySet().stream().map(slip -> new Phrases.Named(slip, slip)).toList());
  }

  private void addSwapped(String word, Set<String> doubtful) {
    var length = word.endsWith(OPEN) ? word.length() - 1 : word.length();
    for (int i = 1; i + 1 < length; i++) { // few miss the first letter
      var slip = word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2);
      var other = meant.put(slip, word);
      if (other != null && !other.equals(word)) {
        doubtful.add(slip); // it may stand for either
      }
    }
  }

  /** A place where something else is read than what is written. */
  private record Slip(int begin, int end, String read) {}

  /** Whether both read the same in any text. */
  public boolean readsTheSameAs(Spelling other) {
    return meant.equals(other.meant);
  }

  /** Reads a normal text. */
  public Reading read(String normal) {
    var slips = new ArrayList<Slip>();
    written.find(
        normal,
        (slip, begin, end) -> slips.add(new Slip(begin, end, meant(slip, normal, begin, end))));
    slips.sort(Comparator.comparingInt(Slip::begin).thenComparingInt(slip -> -slip.end()));
    var reading = new Reading(normal);
    slips.forEach(slip -> reading.replace(slip.begin(), slip.end(), slip.read()));
    return reading.end();
  }

  private String meant(String slip, String text, int begin, int end) {
    var word = meant.get(slip);
    return slip.endsWith(OPEN)
        ? word.substring(0, word.length() - 1) + text.substring(begin + slip.length() - 1, end)
        : word;
  }
}
