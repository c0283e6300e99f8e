package org.redress.complaint;

import java.util.regex.Pattern;

/** Which of the two languages of Redress a text is written in. */
public final class Language {
  /** English, and every language that is not Chinese. */
  public static final String ENGLISH = "en";

  /** Chinese, simplified or traditional. */
  public static final String CHINESE = "zh";

  private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://|www\\.)\\S+|\\S+@\\S+");

  private Language() {}

  /**
   * Finds {@code zh} or {@code en}. One Chinese character weighs as much as one word in Latin
   * letters, so that foreign product names do not make a Chinese text English. Quoted lines and
   * addresses do not count unless there is nothing else; a text without any letters is English.
   */
  public static String of(String text) {
    var own = new StringBuilder();
    text.lines().filter(line -> !line.stripLeading().startsWith(">")).forEach(own::append);
    return isChinese(own.isEmpty() ? text : own) ? CHINESE : ENGLISH;
  }

  private static boolean isChinese(CharSequence text) {
    var words = ADDRESS.matcher(text).replaceAll(" ");
    int han = 0;
    int other = 0;
    boolean inWord = false;
    for (int i = 0; i < words.length(); i += Character.charCount(words.codePointAt(i))) {
      int c = words.codePointAt(i);
      boolean isHan = Character.isIdeographic(c);
      boolean letter = !isHan && Character.isLetter(c);
      han += isHan ? 1 : 0;
      other += letter && !inWord ? 1 : 0;
      inWord = letter;
    }
    return han > 0 && han >= other;
  }
}
