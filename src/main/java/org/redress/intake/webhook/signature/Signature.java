package org.redress.intake.webhook.signature;

import java.util.Optional;

/** A way to prove that a call comes from the one who knows the secret. */
public interface Signature {

  /** The message of a genuine call, deciphered where it was enciphered; empty for any other. */
  Optional<byte[]> open(Call call);

  /** What a sender wants to hear that checks the address before it posts; empty to refuse. */
  default Optional<String> greeting(Call call) {
    return Optional.empty();
  }

  /** What a sender wants to hear when its message is stored. */
  default String thanks() {
    return "";
  }
}
