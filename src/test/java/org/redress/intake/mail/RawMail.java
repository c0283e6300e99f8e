package org.redress.intake.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Builds the bytes of a mail as they come over the wire, right or wrong. */
final class RawMail {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  static RawMail withHeader(String... fields) {
    var mail = new RawMail();
    for (var field : fields) {
      mail.add(field + "\r\n", StandardCharsets.UTF_8);
    }
    return mail;
  }

  /** A mail with this plain text in UTF-8. */
  static Mail read(String text, String... fields) {
    return withHeader(fields)
        .add("Content-Type: text/plain; charset=utf-8\r\n\r\n" + text, StandardCharsets.UTF_8)
        .read();
  }

  RawMail add(String text, Charset charset) {
    return add(text.getBytes(charset));
  }

  RawMail add(String ascii) {
    return add(ascii.replace("\n", "\r\n"), StandardCharsets.US_ASCII);
  }

  RawMail add(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  Mail read() {
    return new MailReader().read(bytes.toByteArray());
  }
}
