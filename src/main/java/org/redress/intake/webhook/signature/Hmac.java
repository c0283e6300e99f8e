package org.redress.intake.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;

/**
 * A keyed hash over the body, and over the time so that nobody can send an old call again.
 *
 * @param header where the signature stands
 * @param signed what is signed, with places for {@code {timestamp}} and {@code {body}}
 */
record Hmac(String secret, String header, String signed, Times times) implements Signature {

  private static final String TIME = "{timestamp}";
  private static final String BODY = "{body}";

  @Override
  public Optional<byte[]> open(Call call) {
    var time = call.header(times.header());
    if (signed.contains(TIME) && !times.isNow(time)) {
      return Optional.empty();
    }
    var around = signed.replace(TIME, time).split("\\{body}", 2);
    var expected =
        Secrets.mac(
            "HmacSHA256",
            secret,
            around[0].getBytes(UTF_8),
            call.body(),
            around[1].getBytes(UTF_8));
    return MessageDigest.isEqual(expected, Secrets.read(call.header(header)))
        ? Optional.of(call.body())
        : Optional.empty();
  }

  /** Whether the body is signed at all. */
  static boolean isWhole(String signed) {
    return signed.contains(BODY);
  }
}
