package org.redress.text;

import com.hankcs.hanlp.HanLP;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as vocabulary and models see it: one width, lower case, simplified characters, single
 * spaces.
 */
public final class NormalText {

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
  private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02BC\u0060\u00B4]");

  private NormalText() {}

  /** The text in this form; the same for a text that has it already. */
  public static String of(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    plain = APOSTROPHES.matcher(plain).replaceAll("'");
    plain = SPACES.matcher(plain).replaceAll(" ");
    return plain.codePoints().anyMatch(Character::isIdeographic)
        ? HanLP.convertToSimplifiedChinese(plain)
        : plain;
  }
}
