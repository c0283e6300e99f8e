package org.redress.intake.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.angus.mail.util.BASE64DecoderStream;
import org.eclipse.angus.mail.util.UUDecoderStream;

/** Undoes a Content-Transfer-Encoding, keeping what can be read of damaged data. */
final class Transfer {
  private Transfer() {}

  /** The decoded bytes; the bytes themselves where the encoding is unknown or none. */
  static byte[] decode(byte[] bytes, String encoding) {
    var in = new ByteArrayInputStream(bytes);
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "base64" -> readable(new BASE64DecoderStream(in, true));
      case "quoted-printable" -> quotedPrintable(bytes);
      case "x-uuencode", "uuencode", "x-uue" -> readable(new UUDecoderStream(in, true, true));
      default -> bytes;
    };
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
    var out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '=') {
        int lineEnd = lineEnd(bytes, i + 1);
        if (lineEnd > 0) {
          i = lineEnd - 1;
          continue;
        }
        int value = hex(bytes, i + 1) * 16 + hex(bytes, i + 2);
        out.write(value < 0 ? '=' : value);
        i += value < 0 ? 0 : 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toByteArray();
  }

  /** The start of the next line if only white space is left on this one, else -1. */
  private static int lineEnd(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t')) {
      i++;
    }
    if (i == bytes.length || bytes[i] == '\n') {
      return Math.min(i + 1, bytes.length);
    }
    if (bytes[i] == '\r') {
      return i + 1 < bytes.length && bytes[i + 1] == '\n' ? i + 2 : i + 1;
    }
    return -1;
  }

  private static int hex(byte[] bytes, int at) {
    int digit = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
    return digit < 0 ? -1000 : digit;
  }
}
