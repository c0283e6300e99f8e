package org.redress.desk.failure;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes of a message as people may read them.
 *
 * @param text the message, at most {@link #MOST_SHOWN} characters
 * @param editable whether it is whole and in an encoding that a form keeps
 */
record RawMessage(String text, boolean editable) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A longer one is cut, and mended by its sender. */
  static final int MOST_SHOWN = 200_000;

  static RawMessage of(byte[] bytes) {
    try {
      var text =
          laidOut(
              StandardCharsets.UTF_8
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .decode(ByteBuffer.wrap(bytes))
                  .toString());
      return text.length() > MOST_SHOWN
          ? new RawMessage(text.substring(0, MOST_SHOWN), false)
          : new RawMessage(text, text.indexOf('\0') < 0);
    } catch (CharacterCodingException anotherEncoding) {
      var text = new String(bytes, StandardCharsets.ISO_8859_1);
      return new RawMessage(text.substring(0, Math.min(MOST_SHOWN, text.length())), false);
    }
  }

  /** JSON a field a line; anything else as it is. */
  private static String laidOut(String text) {
    try {
      return text.startsWith("{")
          ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(text))
          : text;
    } catch (JacksonException noJson) {
      return text;
    }
  }
}
