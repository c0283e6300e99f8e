package org.redress.intake.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Turns bytes into text when the named character set is right, wrong, unknown or missing. */
final class Charsets {
  /** Senders name an old set and send its larger successor, so the successor is what we read. */
  private static final Map<String, String> SUCCESSORS =
      Map.ofEntries(
          Map.entry("gb2312", "gb18030"),
          Map.entry("gb_2312-80", "gb18030"),
          Map.entry("gb2312-80", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("x-gbk", "gb18030"),
          Map.entry("euc-cn", "gb18030"),
          Map.entry("cp936", "gb18030"),
          Map.entry("chinese", "gb18030"),
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
          Map.entry("utf8mb4", "utf-8"));

  private static final Map<String, Charset> KNOWN = known();
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Charset BIG5 = Charset.forName("x-windows-950");
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Set<Charset> CHINESE = Set.of(BIG5, GB18030);
  private static final Pattern UTF_7 = Pattern.compile("\\+([A-Za-z0-9+/]*)-?");

  /** Quotes around a name and a comment after it. */
  private static final Pattern NOISE = Pattern.compile("[\\s\"']|[(;,].*");

  private static final int ENOUGH_TO_DETECT = 64 * 1024;

  private Charsets() {}

  /** Whether this Java can read the named set. */
  static boolean knows(String name) {
    return isUtf7(name) || named(name).isPresent();
  }

  /**
   * Decodes without ever failing: with the declared set where it fits, else with UTF-8 where that
   * fits, else with the set the bytes look like; what fits nowhere becomes U+FFFD. NUL is left out:
   * no database takes it.
   */
  static String decode(byte[] bytes, @Nullable String declared) {
    if (bytes.length == 0) {
      return "";
    }
    boolean utf7 = declared != null && isUtf7(declared);
    var charset = declared == null ? Optional.<Charset>empty() : named(declared);
    var text =
        utf7 ? utf7(bytes) : charset.map(set -> decode(bytes, set)).orElseGet(() -> guess(bytes));
    return text.replace("\0", "");
  }

  private static String decode(byte[] bytes, Charset charset) {
    if (charset.equals(WESTERN)) {
      // What programs claim that know nothing of character sets.
      return hasEscapes(bytes) ? guess(bytes) : unmistakable(bytes).orElseGet(() -> western(bytes));
    }
    var utf8 = strict(bytes, StandardCharsets.UTF_8).filter(Charsets::isNoAccident);
    return utf8.isPresent() && CHINESE.contains(charset)
        ? utf8.get()
        : strict(bytes, charset)
            .or(() -> utf8)
            .or(() -> mostly(bytes, charset))
            .orElseGet(() -> guess(bytes));
  }

  /** Three bytes in a row fit UTF-8 by chance far less often than two. */
  private static boolean isNoAccident(String utf8) {
    return utf8.chars().anyMatch(c -> c > 0x7FF);
  }

  /** One damaged byte does not make a page of text another language. */
  private static Optional<String> mostly(byte[] bytes, Charset charset) {
    var text = new String(bytes, charset);
    long broken = text.chars().filter(c -> c == '\uFFFD').count();
    long foreign = text.chars().filter(c -> c > 127).count();
    return broken * 10 <= foreign ? Optional.of(text) : Optional.empty();
  }

  private static String guess(byte[] bytes) {
    if (hasEscapes(bytes)) {
      return new String(bytes, Charset.forName("x-windows-iso2022jp"));
    }
    return unmistakable(bytes)
        .or(() -> looksLike(bytes, 0xA4, 0xC6, 0x40) ? mostly(bytes, BIG5) : Optional.empty())
        .or(() -> mostly(bytes, StandardCharsets.UTF_8))
        .or(() -> detected(bytes).flatMap(set -> strict(bytes, set)))
        .orElseGet(() -> western(bytes));
  }

  /**
   * UTF-8 and GB18030 before the general detector, which needs a page of text to tell Chinese from
   * Cyrillic or Thai, while a subject line has six characters.
   */
  private static Optional<String> unmistakable(byte[] bytes) {
    return strict(bytes, StandardCharsets.UTF_8)
        .or(() -> looksLike(bytes, 0xB0, 0xD7, 0xA1) ? mostly(bytes, GB18030) : Optional.empty());
  }

  private static String western(byte[] bytes) {
    return new String(bytes, WESTERN);
  }

  private static Optional<Charset> detected(byte[] bytes) {
    var detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, ENOUGH_TO_DETECT));
    detector.dataEnd();
    return Optional.ofNullable(detector.getDetectedCharset()).flatMap(Charsets::named);
  }

  /**
   * Whether nearly all high bytes form common characters of a Chinese double-byte set, many of them
   * side by side: in Western sets they stand alone between letters.
   *
   * @param first the first byte of the set's common characters begins here; punctuation begins with
   *     A1 to A3 in all of them
   * @param last and ends here
   * @param second the smallest second byte
   */
  private static boolean looksLike(byte[] bytes, int first, int last, int second) {
    int letters = 0;
    int common = 0;
    int sideBySide = 0;
    int other = 0;
    int previousEnd = -1;
    for (int i = 0; i < bytes.length; i++) {
      int lead = bytes[i] & 0xFF;
      if (lead >= 0x80) {
        int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
        boolean usual = lead >= first && lead <= last || lead >= 0xA1 && lead <= 0xA3;
        boolean pair = usual && trail >= second;
        letters += pair && lead >= first ? 1 : 0;
        common += pair ? 1 : 0;
        other += pair ? 0 : 1;
        sideBySide += pair && previousEnd == i ? 1 : 0;
        previousEnd = i + 2;
        i++;
      }
    }
    return letters * 2 >= common
        && sideBySide > 0
        && sideBySide * 4 >= common
        && other * 10 <= common;
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
    var name = NOISE.matcher(declared.toLowerCase(Locale.ROOT)).replaceAll("");
    return Optional.ofNullable(KNOWN.get(SUCCESSORS.getOrDefault(name, name)));
  }

  /** All names at once: Charset.forName searches the whole class path for each unknown name. */
  private static Map<String, Charset> known() {
    var known = new HashMap<String, Charset>();
    for (var charset : Charset.availableCharsets().values()) {
      charset.aliases().forEach(alias -> known.put(alias.toLowerCase(Locale.ROOT), charset));
      known.put(charset.name().toLowerCase(Locale.ROOT), charset);
    }
    return Map.copyOf(known);
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
