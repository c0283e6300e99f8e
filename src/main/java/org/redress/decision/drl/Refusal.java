package org.redress.decision.drl;

/** Something in a rule file that is not accepted, with its line and the way to mend it. */
public class Refusal extends RuntimeException {

  static final String FORM =
      "A rule is: rule \"Name\" when Complaint( tier == \"gold\", value >= 1000 )"
          + " then propose( \"answer\", \"Because.\", \"理由。\" ); end.";

  private final int line;
  private final String remedy;

  /** Refuses, naming a line from 1, or 0 for the whole file. */
  public Refusal(int line, String what, String remedy) {
    super(what);
    this.line = line;
    this.remedy = remedy;
  }

  /** Refuses something that has no place in a rule. */
  static Refusal notAllowed(int line, String what) {
    return new Refusal(line, what + " is not allowed here", FORM);
  }

  /** From 1; 0 when the whole file is meant. */
  public int line() {
    return line;
  }

  /** How to mend it. */
  public String remedy() {
    return remedy;
  }
}
