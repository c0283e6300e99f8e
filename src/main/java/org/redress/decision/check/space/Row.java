package org.redress.decision.check.space;

import java.util.Collection;
import org.redress.decision.finding.Finding;
import org.redress.decision.rule.Rule;
import org.redress.text.Text;

/** A rule with the complaints on which it speaks. */
public final class Row {

  private static final int NAMED = 3;

  private final Rule rule;
  private final Region region;
  private final boolean opaque;

  Row(Rule rule, Region region, boolean opaque) {
    this.rule = rule;
    this.region = region;
    this.opaque = opaque;
  }

  public Rule rule() {
    return rule;
  }

  /** The complaints on which it speaks, or may speak if it is opaque. */
  public Region region() {
    return region;
  }

  /** Whether it has a condition that is not understood here, and may be silent in its region. */
  public boolean isOpaque() {
    return opaque;
  }

  /** What it proposes. */
  public String answer() {
    return rule.answer();
  }

  /** The row as people find it: {@code row 9 'Name'}, with its file unless they are in it. */
  public Text seenFrom(String file) {
    return rule.file().equals(file)
        ? new Text("row %d '%s'", "第 %d 行“%s”").formatted(rule.row(), rule.name())
        : new Text("row %d of %s '%s'", "第 %d 行（%s）“%s”")
            .formatted(rule.row(), rule.file(), rule.name());
  }

  /** One of some rows as people find them; of many only the first few. */
  public static Text list(Collection<Row> rows, String file) {
    var named = rows.stream().limit(NAMED).map(row -> row.seenFrom(file)).toList();
    var first = new Text(", ", "、").between(named);
    if (rows.size() == 1) {
      return first;
    }
    var more = new Text(" and %d more", "等另外 %d 行").formatted(rows.size() - NAMED);
    return new Text("one of %s%s", "以下之一（%s%s）")
        .formatted(first, rows.size() > NAMED ? more : Text.alike(""));
  }

  /** Something to say about this row. */
  public Finding finding(Finding.Kind kind, String column, Text what, Text remedy) {
    return new Finding(kind, rule.file(), rule.row(), column, what, remedy);
  }
}
