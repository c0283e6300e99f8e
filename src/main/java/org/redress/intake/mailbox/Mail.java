package org.redress.intake.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.redress.intake.Envelope;

/**
 * A mail as it lies in the mailbox.
 *
 * @param uid the server's number for it, good while the folder keeps its UIDVALIDITY
 * @param arrivedAt when the server received it
 * @param bytes the mail byte for byte
 */
record Mail(long uid, Instant arrivedAt, byte[] bytes) {

  /** Longer Message-IDs are not trusted to be ids. */
  private static final int LONGEST_ID = 200;

  Envelope envelope(String channel) {
    return new Envelope(channel, id(), Envelope.Format.MAIL, arrivedAt, bytes);
  }

  /** The Message-ID without brackets, or {@code sha256:} and the hash of a mail without one. */
  String id() {
    var id = messageId().replaceAll("[<>\\s\\p{Cntrl}]", "");
    return id.isEmpty() || id.length() > LONGEST_ID ? "sha256:" + sha256() : id;
  }

  private String messageId() {
    try {
      var headers = new InternetHeaders(new ByteArrayInputStream(bytes));
      var values = headers.getHeader("Message-ID");
      return values == null ? "" : values[0];
    } catch (MessagingException e) {
      return ""; // no readable header: the hash stands in
    }
  }

  private String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
