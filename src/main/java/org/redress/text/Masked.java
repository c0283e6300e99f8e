package org.redress.text;

import java.util.regex.Pattern;

/**
 * Data that somebody has made unreadable: {@code XXXX}, {@code ****}, {@code [redacted]}, {@code
 * {{name}}}. It says nothing, is no word and shouts nothing.
 */
public final class Masked {

  /** The look ahead comes first, so that most places are passed at once. */
  private static final Pattern MASKED =
      Pattern.compile(
          "(?=[xX*＊{\\[<【])(?:"
              + "(?<![\\p{L}\\p{N}])[xX]{2,}+(?![\\p{L}\\p{N}])"
              + "|(?<![a-zA-Z*＊])[*＊]{2,}+(?![a-zA-Z])"
              + "|\\{\\{[^{}\n]{0,60}+\\}\\}"
              + "|[\\[<【](?:(?i:redacted|removed|masked|hidden)|已?隐去|已?隐藏|已?脱敏|已?屏蔽)[\\]>】])");

  private static final String RUNS = "xX*＊";
  private static final String BRACKETS = "{[<【";

  private Masked() {}

  /** The text with a space where data is masked. */
  public static String without(String text) {
    return mayHold(text) ? MASKED.matcher(text).replaceAll(" ") : text;
  }

  /** Spares most texts the search. */
  private static boolean mayHold(String text) {
    for (int i = 1; i < text.length(); i++) {
      var c = text.charAt(i - 1);
      if (BRACKETS.indexOf(c) >= 0 || RUNS.indexOf(c) >= 0 && RUNS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
