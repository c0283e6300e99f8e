package org.redress.decision.drl;

import org.redress.text.Text;

/** Something in a rule file that is not accepted, with its line and the way to mend it. */
public class Refusal extends RuntimeException {

  static final Text FORM =
      new Text("A rule is: %s.", "规则的写法：%s。")
          .formatted(
              "rule \"Name\" when Complaint( tier == \"gold\", value >= 1000 )"
                  + " then propose( \"answer\", \"Because.\", \"理由。\" ); end");

  /** The way out for what is too large. */
  static final Text USE_A_TABLE =
      new Text("Split it, or write the rules into a table.", "请拆成几个，或把规则写进表格。");

  private final int line;
  private final transient Text what;
  private final transient Text remedy;

  /** Refuses, naming a line from 1, or 0 for the whole file. */
  public Refusal(int line, Text what, Text remedy) {
    super(what.en());
    this.line = line;
    this.what = what;
    this.remedy = remedy;
  }

  /** Refuses something that has no place in a rule. */
  static Refusal notAllowed(int line, Text what) {
    return new Refusal(line, new Text("%s is not allowed here", "这里不允许%s").formatted(what), FORM);
  }

  /** From 1; 0 when the whole file is meant. */
  public int line() {
    return line;
  }

  /** What is not accepted. */
  public Text what() {
    return what;
  }

  /** How to mend it. */
  public Text remedy() {
    return remedy;
  }
}
