package org.redress.decision.rulebook;

/** A cell that cannot be read, with the way to mend it; becomes a {@link Finding} with its place. */
class CellMistake extends RuntimeException {

  private final String remedy;

  CellMistake(String what, String remedy) {
    super(what);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
