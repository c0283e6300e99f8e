package org.redress.intake.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Turns bytes into text when the named character set is right, wrong, unknown or missing. */
final class Charsets {
  /** Senders name an old set and send its larger successor, so the successor is what we read. */
  private static final Map<String, String> SUCCESSORS =
      Map.ofEntries(
          Map.entry("gb2312", "GB18030"),
          Map.entry("gb_2312-80", "GB18030"),
          Map.entry("gb2312-80", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("x-gbk", "GB18030"),
          Map.entry("euc-cn", "GB18030"),
          Map.entry("cp936", "GB18030"),
          Map.entry("chinese", "GB18030"),
          Map.entry("big5", "x-windows-950"),
          Map.entry("x-x-big5", "x-windows-950"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("ansi_x3.4-1968", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("utf8mb4", "UTF-8"));

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Pattern UTF_7 = Pattern.compile("\\+([A-Za-z0-9+/]*)-?");
  private static final int ENOUGH_TO_DETECT = 64 * 1024;

  private Charsets() {}

  /** Whether this Java can read the named set. */
  static boolean knows(String name) {
    return isUtf7(name) || named(name).isPresent();
  }

  /**
   * Decodes without ever failing: with the declared set where it fits, else with UTF-8 where that
   * fits, else with the set the bytes look like; what fits nowhere becomes U+FFFD.
   */
  static String decode(byte[] bytes, @Nullable String declared) {
    if (declared != null && isUtf7(declared)) {
      return utf7(bytes);
    }
    var charset = declared == null ? Optional.<Charset>empty() : named(declared);
    if (charset.isEmpty() || charset.get().equals(WESTERN)) {
      // Programs that know nothing of charsets claim Latin; valid UTF-8 is never Latin by chance.
      var utf8 = strict(bytes, StandardCharsets.UTF_8);
      if (utf8.isPresent() && !hasEscapes(bytes)) {
        return utf8.get();
      }
    }
    return charset.map(set -> decode(bytes, set)).orElseGet(() -> guess(bytes));
  }

  private static String decode(byte[] bytes, Charset charset) {
    return strict(bytes, charset)
        .or(() -> strict(bytes, StandardCharsets.UTF_8))
        .orElseGet(() -> mostlyFits(bytes, charset));
  }

  private static String mostlyFits(byte[] bytes, Charset charset) {
    var text = new String(bytes, charset);
    long broken = text.chars().filter(c -> c == '\uFFFD').count();
    long foreign = text.chars().filter(c -> c > 127).count();
    return broken * 10 <= foreign ? text : guess(bytes);
  }

  private static String guess(byte[] bytes) {
    if (hasEscapes(bytes)) {
      return new String(bytes, Charset.forName("x-windows-iso2022jp"));
    }
    return strict(bytes, StandardCharsets.UTF_8)
        .or(() -> detected(bytes).flatMap(set -> strict(bytes, set)))
        .or(() -> pairedShare(bytes) > 0.8 ? strict(bytes, GB18030) : Optional.empty())
        .orElseGet(() -> new String(bytes, WESTERN));
  }

  private static Optional<Charset> detected(byte[] bytes) {
    var detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, ENOUGH_TO_DETECT));
    detector.dataEnd();
    return Optional.ofNullable(detector.getDetectedCharset()).flatMap(Charsets::named);
  }

  /** In Chinese double-byte sets the high bytes come in pairs, in Western ones mostly alone. */
  private static double pairedShare(byte[] bytes) {
    int paired = 0;
    int all = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        boolean pair = i + 1 < bytes.length && bytes[i + 1] < 0;
        paired += pair ? 1 : 0;
        all++;
        i += pair ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) paired / all;
  }

  /** ISO-2022 sets are pure ASCII but for their escape sequences. */
  private static boolean hasEscapes(byte[] bytes) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] == 0x1B && bytes[i + 1] == '$') {
        return true;
      }
    }
    return false;
  }

  private static Optional<Charset> named(String declared) {
    var name = declared.strip().toLowerCase(Locale.ROOT);
    try {
      return Optional.of(Charset.forName(SUCCESSORS.getOrDefault(name, name)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty(); // an unknown name is the normal case this class is for
    }
  }

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty(); // the answer "does not fit"
    }
  }

  private static boolean isUtf7(String name) {
    return name.strip().toLowerCase(Locale.ROOT).endsWith("utf-7");
  }

  /** RFC 2152, which Java does not bring. */
  private static String utf7(byte[] bytes) {
    return UTF_7
        .matcher(new String(bytes, WESTERN))
        .replaceAll(run -> Matcher.quoteReplacement(utf7Run(run.group(), run.group(1))));
  }

  private static String utf7Run(String whole, String run) {
    if (run.isEmpty()) {
      return whole.endsWith("-") ? "+" : whole;
    }
    if (!"036".contains(String.valueOf(run.length() % 8))) {
      return whole; // not whole 16-bit units: a real plus sign
    }
    var units = Base64.getDecoder().decode(run);
    return new String(units, 0, units.length & ~1, StandardCharsets.UTF_16BE);
  }
}
