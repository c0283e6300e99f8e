package org.redress.intake.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes header text: RFC 2047 encoded words, also broken ones, and raw 8-bit text between them.
 * Input holds one byte in each char, as it came over the wire.
 */
final class EncodedWords {
  private static final Pattern WORD =
      Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?([^?]*+(?:\\?(?!=)[^?]*+)*+)\\?=");

  private final String source;
  private final @Nullable String hint;
  private final StringBuilder text = new StringBuilder();

  /** Bytes of encoded words not yet decoded: a character may be split over two words. */
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  private String pendingCharset = "";

  private EncodedWords(String source, @Nullable String hint) {
    this.source = source;
    this.hint = hint;
  }

  /**
   * The readable text.
   *
   * @param hint the character set raw 8-bit text is probably in
   */
  static String decode(String source, @Nullable String hint) {
    return new EncodedWords(source, hint).decode();
  }

  private String decode() {
    var word = WORD.matcher(source);
    int at = 0;
    while (word.find()) {
      var between = source.substring(at, word.start());
      boolean adjacent = at > 0 && between.isBlank();
      if (!adjacent) {
        flush();
        text.append(raw(between));
      }
      append(word.group(1), word.group(2), word.group(3));
      at = word.end();
    }
    flush();
    return text.append(raw(source.substring(at))).toString();
  }

  private void append(String charset, String encoding, String data) {
    int language = charset.indexOf('*');
    var name = language < 0 ? charset : charset.substring(0, language);
    if (!name.equalsIgnoreCase(pendingCharset)) {
      flush();
      pendingCharset = name;
    }
    boolean base64 = encoding.equalsIgnoreCase("b");
    pending.writeBytes(
        Transfer.decode(
            (base64 ? data : data.replace('_', ' ').replace(" ", "=20"))
                .getBytes(StandardCharsets.ISO_8859_1),
            base64 ? "base64" : "quoted-printable"));
  }

  private void flush() {
    if (pending.size() > 0) {
      text.append(Charsets.decode(pending.toByteArray(), pendingCharset));
      pending.reset();
    }
  }

  private String raw(String latin) {
    return latin.chars().allMatch(c -> c < 128 && c != 0x1B)
        ? latin
        : Charsets.decode(latin.getBytes(StandardCharsets.ISO_8859_1), hint);
  }
}
