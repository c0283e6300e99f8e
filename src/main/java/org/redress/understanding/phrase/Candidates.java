package org.redress.understanding.phrase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.redress.text.NormalText;

/** The phrases of a text that may mark a label: one to three words, or two to four characters. */
final class Candidates {

  private static final int MOST_LETTERS = 3_000;
  private static final int MOST_WORDS = 3;
  private static final int SHORTEST_CHINESE = 2;
  private static final int LONGEST_CHINESE = 4;
  private static final int SHORTEST_WORD = 4;

  private static final Pattern PIECE =
      Pattern.compile("\\p{IsHan}+|[\\p{L}&&[^\\p{IsHan}]][\\p{L}'&&[^\\p{IsHan}]]*|[.,;:!?\\d]");

  private static final Set<String> EMPTY =
      Set.of(
          ("a about after all also am an and any are as at be been but by can did do does for from get"
                  + " got had has have he her his how i i'm i've if in is it its just me my no not"
                  + " of on one or our out she so some still than that the their them then there they"
                  + " this to too up us very was we were what when which who will with would you your")
              .split(" "));

  private Candidates() {}

  static Set<String> of(String text) {
    var normal = NormalText.of(text.substring(0, Math.min(text.length(), MOST_LETTERS)));
    var phrases = new HashSet<String>();
    var words = new ArrayList<String>();
    PIECE
        .matcher(normal)
        .results()
        .map(found -> found.group())
        .forEach(
            piece -> {
              if (Character.isIdeographic(piece.codePointAt(0))) {
                chinese(piece, phrases);
                words.clear();
              } else if (Character.isLetter(piece.codePointAt(0))) {
                words.add(piece);
                english(words, phrases);
              } else {
                words.clear(); // no phrase goes over a sign
              }
            });
    return phrases;
  }

  private static void chinese(String run, Set<String> phrases) {
    for (int from = 0; from < run.length(); from++) {
      for (int to = from + SHORTEST_CHINESE;
          to <= Math.min(run.length(), from + LONGEST_CHINESE);
          to++) {
        phrases.add(run.substring(from, to));
      }
    }
  }

  /** The phrases that end with the last word. */
  private static void english(List<String> words, Set<String> phrases) {
    var last = words.size();
    if (EMPTY.contains(words.get(last - 1))) {
      return;
    }
    for (int from = last - 1; from >= Math.max(0, last - MOST_WORDS); from--) {
      var phrase = String.join(" ", words.subList(from, last));
      if (!EMPTY.contains(words.get(from)) && phrase.length() >= SHORTEST_WORD) {
        phrases.add(phrase);
      }
    }
  }
}
