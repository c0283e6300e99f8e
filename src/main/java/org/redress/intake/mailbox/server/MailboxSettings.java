package org.redress.intake.mailbox.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How to reach one mailbox and how much to take at once.
 *
 * @param port 0 for the usual one: 993 or 143 for IMAP, 995 or 110 for POP3
 * @param tls whether the connection is encrypted from the start
 * @param starttls whether it begins plain and is encrypted before anybody signs in
 * @param sslBundle the name of a bundle under {@code spring.ssl.bundle} with what to trust; without
 *     it, what Java trusts
 * @param password may be empty with {@code oauth2}
 * @param oauth2 signs in with access tokens (XOAUTH2) instead of a password
 * @param after what happens to a mail once it is stored: {@code seen}, {@code move:FOLDER} or
 *     {@code leave}; for POP3 {@code leave} or {@code delete}
 * @param pollInterval how often to look at the latest, also on a server that announces mail itself
 * @param batchSize how many mails are handed over together
 * @param maxSize a larger mail stays in the mailbox, unread and flagged
 */
public record MailboxSettings(
    String host,
    @DefaultValue("0") int port,
    @DefaultValue("imap") Protocol protocol,
    @DefaultValue("true") boolean tls,
    @DefaultValue("false") boolean starttls,
    @Nullable String sslBundle,
    String user,
    @Nullable String password,
    @Nullable OAuth2 oauth2,
    @DefaultValue("INBOX") String folder,
    @Nullable String after,
    @DefaultValue("10s") Duration pollInterval,
    @DefaultValue("100") int batchSize,
    @DefaultValue("40MB") DataSize maxSize) {

  /** How the server is spoken to. */
  public enum Protocol {
    IMAP,
    POP3
  }

  /** Refuses settings that cannot work, naming the setting. */
  public MailboxSettings {
    require(host, "host");
    require(user, "user");
    if (oauth2 == null) {
      require(password, "password");
    }
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch-size is %d; use 1 or more".formatted(batchSize));
    }
    if (pollInterval.isNegative() || pollInterval.isZero()) {
      throw new IllegalArgumentException(
          "poll-interval is %s; use more than 0".formatted(pollInterval));
    }
    if (tls && starttls) {
      throw new IllegalArgumentException("tls and starttls are both on; set tls: false");
    }
    After.of(after, protocol);
    if (port == 0) {
      port = usualPort(protocol, tls);
    }
  }

  private static int usualPort(Protocol protocol, boolean tls) {
    if (protocol == Protocol.POP3) {
      return tls ? 995 : 110;
    }
    return tls ? 993 : 143;
  }

  private static void require(@Nullable String value, String setting) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("%s of a mailbox is missing".formatted(setting));
    }
  }

  /** What happens to a mail that was taken. */
  public After handling() {
    return After.of(after, protocol);
  }

  /** Where the mailbox is, fit for a log: no user, no password. */
  public String place() {
    var safe = tls || starttls ? "" : " (not encrypted)";
    return "%s:%d%s".formatted(host, port, safe);
  }

  /** Leaves out the password. */
  @Override
  public String toString() {
    return "%s@%s:%d/%s".formatted(user, host, port, folder);
  }
}
