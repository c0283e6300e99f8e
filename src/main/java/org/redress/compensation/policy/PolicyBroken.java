package org.redress.compensation.policy;

/** The policy cannot be used; the message names file, line and field and how to mend it. */
final class PolicyBroken extends RuntimeException {

  PolicyBroken(String message) {
    super(message);
  }
}
