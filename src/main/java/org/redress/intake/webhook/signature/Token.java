package org.redress.intake.webhook.signature;

import java.util.Optional;

/**
 * A secret in a header: proves the sender and protects nothing else, so the call must be encrypted.
 */
record Token(String secret, String header) implements Signature {

  @Override
  public Optional<byte[]> open(Call call) {
    return Secrets.same(secret, call.header(header)) ? Optional.of(call.body()) : Optional.empty();
  }
}
