package org.redress.intake.mailbox.server;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.redress.intake.Envelope;

/**
 * A mail as it lies in the mailbox.
 *
 * @param id what the server calls it: the UID of IMAP, good while the folder keeps its UIDVALIDITY,
 *     or the UIDL of POP3
 * @param arrivedAt when the server received it
 * @param bytes the mail byte for byte
 */
public record Mail(String id, Instant arrivedAt, byte[] bytes) {

  /** Longer Message-IDs are not trusted to be ids. */
  private static final int LONGEST_ID = 200;

  /** The mail as a channel hands it over. */
  public Envelope envelope(String channel) {
    return new Envelope(channel, externalId(), Envelope.Format.MAIL, arrivedAt, bytes);
  }

  /**
   * The Message-ID without brackets and a short hash of what follows the header: some senders give
   * different mails the same Message-ID, and none of them may be lost. A mail that was carried
   * twice differs in its header only.
   */
  public String externalId() {
    var named = messageId().replaceAll("[<>\\s\\p{Cntrl}]", "");
    var usable = !named.isEmpty() && named.length() <= LONGEST_ID;
    return usable ? named + "#" + sha256(body()).substring(0, 12) : "sha256:" + sha256(bytes);
  }

  /** Everything behind the first empty line; all of it when there is none. */
  private byte[] body() {
    for (int i = 0; i + 3 < bytes.length; i++) {
      if (bytes[i] == '\n'
          && (bytes[i + 1] == '\n' || bytes[i + 2] == '\n' && bytes[i + 1] == '\r')) {
        return Arrays.copyOfRange(bytes, i + 2, bytes.length);
      }
    }
    return bytes;
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

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
