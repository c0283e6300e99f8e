package org.redress.decision.rule;

import java.util.List;
import java.util.stream.Stream;
import org.redress.text.Text;

/** One test of a rule: a filled cell under a {@code when} column, or a part of a formula. */
public sealed interface Condition
    permits WordCondition, NumberCondition, TimeCondition, FormulaCondition {

  /** The column without its {@code when}, for instance {@code tier}. */
  String column();

  /** The cell as the manager wrote it. */
  String cell();

  /** What the complaint showed for this column, for people to read. */
  String seen(Facts facts);

  /** Whether it holds, computed here and now; compiled rules come to the same result. */
  boolean holds(Facts facts);

  /** The same test in the language of compiled rules: all of these must hold. */
  List<String> constraints();

  /** The tests on words that it consists of. */
  default Stream<WordCondition> wordTests() {
    return Stream.empty();
  }

  /** The phrases of the text that it found; none unless it is about the text. */
  default List<String> phrases(Facts facts) {
    return List.of();
  }

  /** A condition that cannot be read, with the way to mend it; reported with its place. */
  final class Mistake extends RuntimeException {

    private static final int SHOWN = 80;

    private final transient Text what;
    private final transient Text remedy;

    Mistake(Text what, Text remedy) {
      super(what.en());
      this.what = what;
      this.remedy = remedy;
    }

    /** What is wrong with it. */
    public Text what() {
      return what;
    }

    /** As much of a cell as a message can bear. */
    public static String brief(String cell) {
      return cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN) + "…";
    }

    /** How to mend it. */
    public Text remedy() {
      return remedy;
    }
  }
}
