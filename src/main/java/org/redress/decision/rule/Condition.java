package org.redress.decision.rule;

import java.util.List;

/** One filled cell under a {@code when} column. */
public sealed interface Condition permits WordCondition, NumberCondition {

  /** The column without its {@code when}, for instance {@code tier}. */
  String column();

  /** The cell as the manager wrote it. */
  String cell();

  /** What the complaint showed for this column, for people to read. */
  String seen(Facts facts);

  /** Whether it holds, computed here and now; compiled rules come to the same result. */
  boolean holds(Facts facts);

  /** The phrases of the text that the cell's words stand for; none unless it is about mentions. */
  default List<String> phrases(Facts facts) {
    return List.of();
  }
}
