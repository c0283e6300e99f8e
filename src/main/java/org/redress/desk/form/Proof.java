package org.redress.desk.form;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * What sets people apart from programs that only post, without asking anybody else: a browser works
 * a little for the form (a hash that begins with zeros), or, without script, has had it for as long
 * as a person needs to write.
 */
@Component
class Proof {

  /** How many bits of the hash must be zero; the script works for less than a second. */
  static final int ZERO_BITS = 12;

  private static final Duration LONGEST = Duration.ofHours(24);
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;
  private final Duration fillTime;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Proof(FormSettings settings, Clock clock) {
    var secret = settings.secret().getBytes(StandardCharsets.UTF_8);
    if (secret.length == 0) {
      secret = new byte[32];
      random.nextBytes(secret);
    }
    this.key = new SecretKeySpec(secret, HMAC);
    this.fillTime = settings.fillTime();
    this.clock = clock;
  }

  /** What is asked of a browser that opens a form now. */
  String ask() {
    var asked =
        ByteBuffer.allocate(16).putLong(clock.instant().toEpochMilli()).putLong(random.nextLong());
    return encoded(asked.array()) + "." + encoded(sign(asked.array()));
  }

  /**
   * Whether the answer holds.
   *
   * @param asked what {@link #ask} gave out
   * @param work a number that makes the hash begin with zeros; empty without script
   */
  boolean holds(String asked, String work) {
    var dot = asked.indexOf('.');
    if (dot < 0) {
      return false;
    }
    try {
      var content = Base64.getUrlDecoder().decode(asked.substring(0, dot));
      var signature = Base64.getUrlDecoder().decode(asked.substring(dot + 1));
      if (content.length != 16 || !MessageDigest.isEqual(signature, sign(content))) {
        return false;
      }
      var age =
          Duration.between(
              Instant.ofEpochMilli(ByteBuffer.wrap(content).getLong()), clock.instant());
      return age.compareTo(LONGEST) <= 0 && (age.compareTo(fillTime) >= 0 || isDone(asked, work));
    } catch (IllegalArgumentException notOurs) {
      return false;
    }
  }

  private static boolean isDone(String asked, String work) {
    return work.matches("\\d{1,12}")
        && (ByteBuffer.wrap(hash(asked + ":" + work)).getInt() >>> (32 - ZERO_BITS)) == 0;
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] sign(byte[] content) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
