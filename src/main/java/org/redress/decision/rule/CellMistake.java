package org.redress.decision.rule;

/** A cell that cannot be read, with the way to mend it; reported with its place. */
public class CellMistake extends RuntimeException {

  private final String remedy;

  CellMistake(String what, String remedy) {
    super(what);
    this.remedy = remedy;
  }

  /** How to mend the cell. */
  public String remedy() {
    return remedy;
  }
}
