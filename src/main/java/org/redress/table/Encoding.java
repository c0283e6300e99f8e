package org.redress.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Finds out in which encoding a text was saved, by its mark or by what it can be read as. */
final class Encoding {

  private static final char MARK = '\uFEFF';
  private static final int LOOKED_AT = 4_096;
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** A decoded text. */
  record Decoded(String text, Charset charset) {}

  private Encoding() {}

  /** The text without its mark; nothing when it is in none of the usual encodings. */
  static Optional<Decoded> decode(byte[] bytes) {
    return candidates(bytes).stream()
        .flatMap(charset -> decode(bytes, charset).stream())
        .findFirst();
  }

  private static List<Charset> candidates(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return List.of(StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return List.of(StandardCharsets.UTF_16BE);
    }
    var zerosFirst = zeros(bytes, 0);
    var zerosSecond = zeros(bytes, 1);
    if (zerosFirst + zerosSecond > 0) {
      // Commas and line ends hold a zero byte in UTF-16, and no other text holds one.
      return List.of(
          zerosSecond > zerosFirst ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }
    return List.of(StandardCharsets.UTF_8, GB18030);
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static int zeros(byte[] bytes, int from) {
    var zeros = 0;
    for (int i = from; i < Math.min(bytes.length, LOOKED_AT); i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return zeros;
  }

  private static Optional<Decoded> decode(byte[] bytes, Charset charset) {
    try {
      var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var marked = !text.isEmpty() && text.charAt(0) == MARK;
      return Optional.of(new Decoded(marked ? text.substring(1) : text, charset));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
