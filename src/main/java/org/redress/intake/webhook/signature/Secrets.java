package org.redress.intake.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures: made, read and compared in a time that tells nothing. */
final class Secrets {

  private Secrets() {}

  static byte[] mac(String algorithm, String secret, byte[]... parts) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
      for (var part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The hexadecimal SHA-1 of words. */
  static String sha1(String words) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(words.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A signature in hexadecimal or Base64, behind a word such as {@code sha256=} or not. */
  static byte[] read(String written) {
    var signature = written.strip().replaceFirst("^[a-z][a-z0-9]{0,9}=", "");
    try {
      return signature.matches("([0-9a-fA-F]{2})+")
          ? HexFormat.of().parseHex(signature)
          : Base64.getDecoder().decode(signature);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }
}
