package org.redress.decision.rulebook;

import java.util.BitSet;

/** Collects which rules of a question spoke. Public because compiled rules call it. */
public final class Spoken {

  private final BitSet rules = new BitSet();

  /** Notes that the rule with this index holds; a rule woken twice speaks once. */
  public void add(int rule) {
    rules.set(rule);
  }

  BitSet rules() {
    return rules;
  }
}
