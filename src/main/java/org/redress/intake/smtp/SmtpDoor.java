package org.redress.intake.smtp;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where and for whom mail is taken over SMTP.
 *
 * @param address which addresses of this machine it listens at
 * @param recipients who mail may be for; mail for others is refused
 * @param sslBundle the name of a bundle under {@code spring.ssl.bundle} with key and certificate;
 *     with it STARTTLS is offered
 * @param requireTls whether mail is taken only over an encrypted connection
 * @param maxSize the largest mail; announced, and larger ones are refused
 * @param maxConnections how many senders are served at once
 */
record SmtpDoor(
    @DefaultValue("127.0.0.1") String address,
    @DefaultValue("2525") int port,
    List<String> recipients,
    @Nullable String sslBundle,
    @DefaultValue("false") boolean requireTls,
    @DefaultValue("35MB") DataSize maxSize,
    @DefaultValue("50") int maxConnections) {

  /** Refuses settings that cannot work, naming the setting. */
  SmtpDoor {
    if (recipients == null || recipients.isEmpty()) {
      throw new IllegalArgumentException("recipients of an smtp door are missing");
    }
    if (requireTls && sslBundle == null) {
      throw new IllegalArgumentException("require-tls of an smtp door needs an ssl-bundle");
    }
    recipients = recipients.stream().map(one -> one.strip().toLowerCase(Locale.ROOT)).toList();
  }

  boolean takes(String recipient) {
    return recipients.contains(recipient.strip().toLowerCase(Locale.ROOT));
  }
}
