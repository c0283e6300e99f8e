package org.redress.desk.ticket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.text.Reading;

/** A text cut into pieces, so that what the rules found in it can be marked. */
final class MarkedText {

  private MarkedText() {}

  /**
   * A piece of the text.
   *
   * @param found the vocabulary word it stands for; none for what lies between
   */
  record Piece(String text, @Nullable String found) {}

  /**
   * Cuts a text at the phrases found in it. Phrases that stand there in another spelling, for
   * instance in traditional characters, stay unmarked.
   *
   * @param mentions phrases by vocabulary word
   */
  static List<Piece> cut(String text, Map<String, List<String>> mentions) {
    var words = new TreeMap<String, String>();
    mentions.forEach((word, phrases) -> phrases.forEach(p -> words.put(plain(written(p)), word)));
    if (words.isEmpty()) {
      return List.of(new Piece(text, null));
    }
    var pieces = new ArrayList<Piece>();
    var matcher = anyOf(words.keySet().stream().toList()).matcher(text);
    int end = 0;
    while (matcher.find()) {
      if (matcher.start() > end) {
        pieces.add(new Piece(text.substring(end, matcher.start()), null));
      }
      pieces.add(new Piece(matcher.group(), words.get(plain(matcher.group()))));
      end = matcher.end();
    }
    if (end < text.length()) {
      pieces.add(new Piece(text.substring(end), null));
    }
    return pieces;
  }

  /** The longest first, so that none hides behind its own beginning. */
  private static Pattern anyOf(List<String> phrases) {
    var longestFirst = Comparator.comparing(String::length).reversed();
    var expression =
        phrases.stream()
            .sorted(longestFirst)
            .map(phrase -> Pattern.quote(phrase).replace(" ", "\\E\\s+\\Q"))
            .collect(Collectors.joining("|"));
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Of a misspelt phrase and what it was read as, what stands in the text. */
  private static String written(String phrase) {
    var arrow = phrase.indexOf(Reading.READ_AS);
    return arrow < 0 ? phrase : phrase.substring(0, arrow);
  }

  private static String plain(String phrase) {
    return phrase.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
  }
}
