package org.redress.ticket.duplicate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text as the set of its words and neighbouring pairs of words; in Chinese, where no spaces part
 * the words, of its neighbouring pairs of characters. How alike two texts are is the share of these
 * that both have (Jaccard's index).
 */
final class Shingles {

  private static final int ENOUGH = 10_000;
  private static final Pattern TOKEN =
      Pattern.compile("\\p{IsHan}|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}]]+");

  /** Quoted lines, and the line above that says who wrote them. */
  private static final Pattern QUOTED =
      Pattern.compile("(?m)(?:^[^>\\r\\n].*\\R)?(?:^>.*(?:\\R|$))+");

  private static final Pattern LONG_NUMBER = Pattern.compile("(?<!\\d)\\d{6,20}(?!\\d)");

  private static final Set<String> COMMON =
      Set.of(
          ("a an the i you we they he she it my your our their is are was were be been am do did does"
                  + " have has had to of in on at for from with by and or but not no this that there so"
                  + " as if me us them please hello dear thank thanks regards hi will would can could"
                  + " 的 了 是 我 你 您 们 在 有 和 就 都 也 请 很 吗 呢 吧 啊")
              .split(" "));

  private final Set<String> shingles = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();

  private Shingles() {}

  static Shingles of(String text) {
    var plain = Normalizer.normalize(own(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var result = new Shingles();
    LONG_NUMBER.matcher(plain).results().forEach(found -> result.numbers.add(found.group()));
    result.add(
        TOKEN
            .matcher(plain)
            .results()
            .map(found -> found.group())
            .filter(token -> !COMMON.contains(token))
            .toList());
    return result;
  }

  private static String own(String text) {
    return QUOTED.matcher(text.substring(0, Math.min(text.length(), ENOUGH))).replaceAll("");
  }

  private void add(List<String> tokens) {
    var before = "";
    for (var token : new ArrayList<>(tokens)) {
      if (!isHan(token)) {
        shingles.add(token);
      }
      if (!before.isEmpty()) {
        shingles.add(before + " " + token);
      }
      before = token;
    }
  }

  private static boolean isHan(String token) {
    return Character.UnicodeScript.of(token.codePointAt(0)) == Character.UnicodeScript.HAN;
  }

  /** How much both have in common, from 0 to 100. */
  int percentAlike(Shingles other) {
    if (shingles.isEmpty() || other.shingles.isEmpty()) {
      return 0;
    }
    var both = new HashSet<>(shingles);
    both.retainAll(other.shingles);
    var all = shingles.size() + other.shingles.size() - both.size();
    return 100 * both.size() / all;
  }

  /** Whether both name the same order, account or parcel. */
  boolean shareANumber(Shingles other) {
    return numbers.stream().anyMatch(other.numbers::contains);
  }
}
