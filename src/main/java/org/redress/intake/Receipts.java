package org.redress.intake;

import java.security.SecureRandom;

/** Receipt numbers: easy to read out, impossible to guess (60 bits). */
final class Receipts {

  /** No letters that look or sound like others. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final SecureRandom RANDOM = new SecureRandom();

  private Receipts() {}

  /** A new number such as {@code R-7K2M-94QX-B0TD}. */
  static String next() {
    var receipt = new StringBuilder("R");
    for (int i = 0; i < 12; i++) {
      receipt.append(i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(32)));
    }
    return receipt.toString();
  }
}
