package org.redress.decision.named;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of money named in a text: a number beside a currency, such as {@code $1,299.50}, {@code
 * 1.299,50 €}, {@code 200 dollars} or {@code 3.5万元}. Numbers without a currency are none.
 */
public final class Amounts {

  /** Bounded and never taken back, so that no text makes the search slow. */
  private static final String NUMBER = "(\\d{1,15}+(?:[.,]\\d{1,15}+){0,6}+)";

  private static final String TIMES = "\\s?+(亿|万|千|百|k\\b|thousand\\b|million\\b)?+";
  private static final String CODE = "(?:usd|eur|gbp|cny|rmb|hkd)";

  private static final Pattern CURRENCY_FIRST =
      pattern("(?:[$€£¥]|\\b" + CODE + "|人民币)\\s?+" + NUMBER + TIMES);

  /** A {@code $} between two numbers belongs to the second. */
  private static final Pattern CURRENCY_LAST =
      pattern(
          "(?<![\\d.,])"
              + NUMBER
              + TIMES
              + "[多余]?+\\s?+(?:[$£¥](?!\\s?\\d)|€|(?:"
              + CODE
              + "|dollars?|euros?|yuan)\\b|元|块|美元|欧元|英镑|港元|港币|人民币)");

  private static final int THOUSAND_GROUP = 3;
  private static final int MOST_DIGITS = 12;

  private Amounts() {}

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /** The largest amount named, whatever its currency; none when the text names none. */
  public static OptionalDouble largest(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return DoubleStream.concat(
            all(CURRENCY_FIRST.matcher(plain)), all(CURRENCY_LAST.matcher(plain)))
        .max();
  }

  /** The amounts named, as they are written; some may be found twice. */
  static Stream<String> in(String plain) {
    return Stream.of(CURRENCY_FIRST, CURRENCY_LAST)
        .flatMap(pattern -> pattern.matcher(plain).results())
        .filter(found -> digits(found.group(1)) <= MOST_DIGITS)
        .map(MatchResult::group);
  }

  private static DoubleStream all(Matcher matcher) {
    return matcher
        .results()
        .filter(found -> digits(found.group(1)) <= MOST_DIGITS)
        .mapToDouble(found -> number(found.group(1)) * times(found.group(2)));
  }

  private static long digits(String number) {
    return number.chars().filter(Character::isDigit).count();
  }

  /**
   * The last separator is the decimal one, unless exactly three digits follow it or it stands there
   * more than once.
   */
  private static double number(String number) {
    var last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
    if (last < 0) {
      return Double.parseDouble(number);
    }
    var groups =
        number.length() - last - 1 == THOUSAND_GROUP && !number.startsWith("0")
            || number.indexOf(number.charAt(last)) < last;
    var whole = groups ? number : number.substring(0, last);
    var rest = groups ? "" : "." + number.substring(last + 1);
    return Double.parseDouble(whole.replaceAll("[.,]", "") + rest);
  }

  private static double times(@Nullable String word) {
    return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
      case "亿" -> 1e8;
      case "million" -> 1e6;
      case "万" -> 1e4;
      case "千", "k", "thousand" -> 1e3;
      case "百" -> 1e2;
      default -> 1;
    };
  }
}
