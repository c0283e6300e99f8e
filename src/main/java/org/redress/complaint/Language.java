package org.redress.complaint;

import java.util.regex.Pattern;

/** Which of the two languages of Redress a text is written in. */
public final class Language {
  /** English, and every language that is not Chinese. */
  public static final String ENGLISH = "en";

  /** Chinese, simplified or traditional. */
  public static final String CHINESE = "zh";

  private static final int ENOUGH = 20_000;
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern RUN = Pattern.compile("[[^\\s\\p{IsHan}\\p{P}]@:/._-]+");

  private Language() {}

  /**
   * Finds {@code zh} or {@code en}. One Chinese character weighs as much as one word in other
   * letters, so that foreign product names do not make a Chinese text English. Quoted lines,
   * addresses and numbers do not count; a text without any letters is English.
   */
  public static String of(String text) {
    var own = new StringBuilder();
    text.lines()
        .filter(line -> !line.stripLeading().startsWith(">"))
        .takeWhile(line -> own.length() < ENOUGH)
        .forEach(line -> own.append(line, 0, Math.min(line.length(), ENOUGH)).append('\n'));
    long han = HAN.matcher(own).results().count();
    return han > 0 && han >= words(own) ? CHINESE : ENGLISH;
  }

  private static long words(CharSequence text) {
    return RUN.matcher(text)
        .results()
        .map(run -> run.group())
        .filter(run -> !run.contains("@") && !run.contains("://") && !run.startsWith("www."))
        .filter(run -> run.codePoints().anyMatch(Character::isLetter))
        .count();
  }
}
