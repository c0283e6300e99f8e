package org.redress.intake.mailbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How to reach one mailbox over IMAP and how much to take at once.
 *
 * @param tls whether the connection is encrypted from the start
 * @param pollInterval how often to look at the latest, also on a server that announces mail itself
 * @param batchSize how many mails are handed over together
 * @param maxSize a larger mail stays in the mailbox, unread and flagged
 */
public record MailboxSettings(
    String host,
    @DefaultValue("993") int port,
    @DefaultValue("true") boolean tls,
    String user,
    String password,
    @DefaultValue("INBOX") String folder,
    @DefaultValue("10s") Duration pollInterval,
    @DefaultValue("100") int batchSize,
    @DefaultValue("40MB") DataSize maxSize) {

  /** Refuses settings that cannot work, naming the setting. */
  public MailboxSettings {
    require(host, "host");
    require(user, "user");
    require(password, "password");
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch-size is %d; use 1 or more".formatted(batchSize));
    }
    if (pollInterval.isNegative() || pollInterval.isZero()) {
      throw new IllegalArgumentException(
          "poll-interval is %s; use more than 0".formatted(pollInterval));
    }
  }

  private static void require(@Nullable String value, String setting) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("%s of a mailbox is missing".formatted(setting));
    }
  }

  /** Where the mailbox is, fit for a log: no user, no password. */
  String place() {
    return "%s:%d".formatted(host, port);
  }

  /** Leaves out the password. */
  @Override
  public String toString() {
    return "%s@%s:%d/%s".formatted(user, host, port, folder);
  }
}
