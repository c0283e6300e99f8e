package org.redress.intake.webhook.signature;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * One door for another program.
 *
 * @param scheme how the sender proves who it is
 * @param secret what only the sender and this service know
 * @param verifyToken WhatsApp only: the word that the sender's greeting must hold
 * @param encryptionKey WeChat only: with it, only enciphered messages are taken
 * @param signatureHeader where the signature, or the token, stands
 * @param timestampHeader where the time stands, in seconds or milliseconds since 1970
 * @param signed what is signed, with places for {@code {timestamp}} and {@code {body}}
 * @param window how old a signed time may be, and how far ahead
 * @param maxSize a larger message is refused
 * @param perMinute how many messages one address may send in a minute
 */
public record WebhookSettings(
    @DefaultValue("hmac") Scheme scheme,
    String secret,
    @Nullable String verifyToken,
    @Nullable String encryptionKey,
    @DefaultValue("X-Signature") String signatureHeader,
    @DefaultValue("X-Timestamp") String timestampHeader,
    @DefaultValue("{timestamp}.{body}") String signed,
    @DefaultValue("5m") Duration window,
    @DefaultValue("1MB") DataSize maxSize,
    @DefaultValue("600") int perMinute) {

  private static final DataSize MOST = DataSize.ofMegabytes(64);

  /** Refuses settings that cannot work, naming the setting. */
  public WebhookSettings {
    if (secret == null || secret.isBlank()) {
      throw new IllegalArgumentException("secret of a webhook is missing");
    }
    if (!Hmac.isWhole(signed)) {
      throw new IllegalArgumentException(
          "signed is '%s'; it must hold {body}, or anybody could change it".formatted(signed));
    }
    if (maxSize.compareTo(MOST) > 0 || maxSize.toBytes() < 1) {
      throw new IllegalArgumentException("max-size is %s; use at most %s".formatted(maxSize, MOST));
    }
  }

  Times times(Clock clock) {
    return new Times(timestampHeader, window, clock);
  }

  /** Leaves out all secrets. */
  @Override
  public String toString() {
    return scheme.toString();
  }
}
