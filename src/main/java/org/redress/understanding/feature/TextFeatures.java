package org.redress.understanding.feature;

import java.util.Set;
import org.redress.text.Masked;
import org.redress.text.NormalText;
import org.redress.text.Phrases;
import org.redress.understanding.feature.Bag.Kind;

/**
 * What a model sees of a text: words and pairs of neighbouring words, parts of words, which forgive
 * typing errors and endings, and in Chinese one or two neighbouring characters, and two characters
 * with others between, which see through 不太满意 and 不怎么满意 alike. Capitals, masked data and the
 * commonest English words, negations not among them, make no difference.
 */
public final class TextFeatures {

  /** A person says what the matter is long before; the end of a long text counts as well. */
  private static final int LONGEST_HEAD = 12_000;

  private static final int LONGEST_TAIL = 3_000;
  private static final int LONGEST_WORD = 40;
  private static final int SHORTEST_PART = 3;
  private static final int LONGEST_PART = 5;
  private static final int FARTHEST_CHINESE = 3;

  /** Odd and large, so that short runs of any characters have numbers of their own. */
  private static final int SPREAD = 0x9E3779B1;

  private static final Set<String> COMMON =
      Set.of(
          ("a an the this that these those i me my mine we us our ours you your yours he him his she"
                  + " her it its they them their is are was were be been being am do does did have has"
                  + " had having will would shall should can could may might must of in on at by for"
                  + " with to from up down as and or but if then than so such about into over under"
                  + " after before during between through again also there here what which who whom"
                  + " when where how all any both each other some own same too very just more most")
              .split(" "));

  private final String text;
  private final Bag bag;
  private int lastWord = -1;
  private int lastBegin;

  private TextFeatures(String text) {
    this.text = text;
    this.bag = new Bag(text);
  }

  /**
   * The features of a text of any length and content.
   *
   * @param vocabulary phrases that count besides
   */
  public static Bag of(String text, Phrases vocabulary) {
    var features = new TextFeatures(NormalText.of(Masked.without(bounded(text))));
    features.read();
    vocabulary.find(
        features.text,
        (name, begin, end) -> features.bag.add(Kind.PHRASE.key(mixed(hash(name))), begin, end));
    return features.bag;
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST_HEAD + LONGEST_TAIL
        ? text
        : text.substring(0, LONGEST_HEAD) + " " + text.substring(text.length() - LONGEST_TAIL);
  }

  private void read() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = at + 1;
      if (isChinese(c)) {
        end = endOf(at, true);
        chinese(at, end);
      } else if (Character.isLetterOrDigit(c)) {
        end = endOf(at, false);
        word(at, end);
      } else if (Character.isHighSurrogate(c) && end < text.length()) {
        end++;
        bag.add(key(at, end, Kind.WORDS), at, end);
      } else if (c == '!' || c == '?') {
        while (end < text.length() && text.charAt(end) == c) {
          end++;
        }
        bag.add(key(at, Math.min(end, at + 2), Kind.WORDS), at, end);
      }
      at = end;
    }
  }

  private static boolean isChinese(char c) {
    return c >= '\u2E80' && Character.isIdeographic(c);
  }

  private int endOf(int begin, boolean chinese) {
    int end = begin + 1;
    while (end < text.length() && belongs(text.charAt(end), chinese)) {
      end++;
    }
    return end;
  }

  private static boolean belongs(char c, boolean chinese) {
    return chinese
        ? isChinese(c)
        : Character.isLetterOrDigit(c) && !isChinese(c) || c == '\'' || c == '_';
  }

  private void chinese(int begin, int end) {
    for (int from = begin; from < end; from++) {
      bag.add(key(from, from + 1, Kind.PART), from, from + 1);
      if (from + 1 < end) {
        bag.add(key(from, from + 2, Kind.WORDS), from, from + 2);
      }
      for (int apart = 2; apart <= FARTHEST_CHINESE && from + apart < text.length(); apart++) {
        if (isChinese(text.charAt(from + apart))) {
          int pair = text.charAt(from) * SPREAD + text.charAt(from + apart);
          bag.add(Kind.APART.key(mixed(pair)), from, from + apart + 1);
        }
      }
    }
    lastWord = -1;
  }

  private void word(int begin, int wordEnd) {
    int end = wordEnd;
    while (end > begin && text.charAt(end - 1) == '\'') {
      end--;
    }
    if (end - begin > LONGEST_WORD) {
      return;
    }
    if (Character.isDigit(text.charAt(begin))) {
      lastWord = -1;
      return;
    }
    if (COMMON.contains(text.substring(begin, end))) {
      return;
    }
    int word = key(begin, end, Kind.WORDS);
    bag.add(word, begin, end);
    if (lastWord != -1) {
      bag.add(Kind.WORDS.key(mixed(lastWord * SPREAD + word)), lastBegin, end);
    }
    lastWord = word;
    lastBegin = begin;
    parts(begin, end);
  }

  /** The word's beginning and end are characters of their own. */
  private void parts(int begin, int end) {
    for (int from = begin - 1; from < end; from++) {
      int hash = 17;
      for (int length = 1; length <= LONGEST_PART && from + length <= end + 1; length++) {
        int at = from + length - 1;
        hash = hash * SPREAD + (at < begin || at >= end ? ' ' : text.charAt(at));
        if (length >= SHORTEST_PART) {
          bag.add(Kind.PART.key(mixed(hash)), begin, end);
        }
      }
    }
  }

  private int key(int begin, int end, Kind kind) {
    int hash = 7;
    for (int i = begin; i < end; i++) {
      hash = hash * SPREAD + text.charAt(i);
    }
    return kind.key(mixed(hash));
  }

  private static int hash(String name) {
    return name.chars().reduce(7, (hash, c) -> hash * SPREAD + c);
  }

  /** Spreads the bits, so that like words have unlike numbers. */
  private static int mixed(int hash) {
    int h = hash;
    h = (h ^ h >>> 16) * 0x85EBCA6B;
    h = (h ^ h >>> 13) * 0xC2B2AE35;
    return h ^ h >>> 16;
  }
}
