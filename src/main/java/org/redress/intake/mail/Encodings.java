package org.redress.intake.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.util.BASE64DecoderStream;
import org.eclipse.angus.mail.util.UUDecoderStream;
import org.jspecify.annotations.Nullable;

/** Undoes the encodings of MIME bodies (RFC 2045) and header text (RFC 2047), also broken ones. */
final class Encodings {
  private static final Pattern WORD_START = Pattern.compile("=\\?([^?\\s]{1,60}+)\\?([bBqQ])\\?");
  private static final String WORD_END = "?=";

  private Encodings() {}

  /**
   * The decoded bytes, as far as they are readable; the bytes themselves where the encoding is
   * unknown or none.
   */
  static byte[] body(byte[] bytes, String encoding) {
    return switch (encoding.toLowerCase(Locale.ROOT).strip().split("[\\s;(]", 2)[0]) {
      case "base64" -> base64(bytes);
      case "quoted-printable" -> quotedPrintable(bytes);
      case "x-uuencode", "uuencode", "x-uue" ->
          readable(new UUDecoderStream(new ByteArrayInputStream(bytes), true, true));
      default -> bytes;
    };
  }

  /**
   * The readable text of a header field, raw 8-bit text between encoded words included.
   *
   * @param source one byte in each char, as it came over the wire
   * @param hint the character set raw text is probably in
   */
  static String words(String source, @Nullable String hint) {
    var text = new StringBuilder();
    // A character may be split over two words, so the bytes of neighbours are decoded together.
    var bytes = new ByteArrayOutputStream();
    var charset = "";
    var word = WORD_START.matcher(source);
    int at = 0;
    while (word.find(at)) {
      int end = source.indexOf(WORD_END, word.end());
      if (end < 0) {
        break;
      }
      var between = source.substring(at, word.start());
      var next = word.group(1).split("\\*", 2)[0];
      if (at == 0 || !between.isBlank() || !next.equalsIgnoreCase(charset)) {
        text.append(Charsets.decode(bytes.toByteArray(), charset));
        text.append(at > 0 && between.isBlank() ? "" : raw(between, hint));
        bytes.reset();
        charset = next;
      }
      bytes.writeBytes(wordBytes(word.group(2), source.substring(word.end(), end)));
      at = end + WORD_END.length();
    }
    return text.append(Charsets.decode(bytes.toByteArray(), charset))
        .append(raw(source.substring(at), hint))
        .toString();
  }

  private static byte[] wordBytes(String encoding, String data) {
    boolean base64 = encoding.equalsIgnoreCase("b");
    var latin = data.replace("_", base64 ? "_" : "=20").getBytes(StandardCharsets.ISO_8859_1);
    return base64 ? base64(latin) : quotedPrintable(latin);
  }

  private static String raw(String latin, @Nullable String hint) {
    return latin.chars().allMatch(c -> c < 128 && c != 0x1B)
        ? latin
        : Charsets.decode(latin.getBytes(StandardCharsets.ISO_8859_1), hint);
  }

  /** The data end at the first padding; mailing lists append text that is not base64. */
  private static byte[] base64(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '=') {
      end++;
    }
    return readable(new BASE64DecoderStream(new ByteArrayInputStream(bytes, 0, end), true));
  }

  private static byte[] readable(InputStream decoded) {
    var out = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    try {
      for (int n = decoded.read(buffer); n > 0; n = decoded.read(buffer)) {
        out.write(buffer, 0, n);
      }
    } catch (IOException | RuntimeException e) {
      return out.toByteArray(); // damaged from here on: what came before is worth keeping
    }
    return out.toByteArray();
  }

  /**
   * Ours, because Angus recurses once for each soft line break (a mail of nothing else overflows
   * the stack) and takes {@code =-1} for the end of the text. A {@code =} that encodes nothing
   * stays as it is.
   */
  private static byte[] quotedPrintable(byte[] bytes) {
    var out = new byte[bytes.length];
    int length = 0;
    int i = 0;
    while (i < bytes.length) {
      int next = bytes[i] == '=' ? softBreakEnd(bytes, i + 1) : -1;
      if (next < 0) {
        int value = bytes[i] == '=' ? hex(bytes, i + 1) * 16 + hex(bytes, i + 2) : -1;
        out[length++] = value < 0 ? bytes[i] : (byte) value;
        next = value < 0 ? i + 1 : i + 3;
      }
      i = next;
    }
    return Arrays.copyOf(out, length);
  }

  /** The start of the next line if only white space is left on this one, else -1. */
  private static int softBreakEnd(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r')) {
      i++;
    }
    if (i < bytes.length && bytes[i] != '\n') {
      return -1;
    }
    return Math.min(i + 1, bytes.length);
  }

  private static int hex(byte[] bytes, int at) {
    int digit = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
    return digit < 0 ? -1000 : digit;
  }
}
