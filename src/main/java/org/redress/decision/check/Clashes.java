package org.redress.decision.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.redress.decision.check.space.Row;
import org.redress.decision.finding.Finding;
import org.redress.decision.finding.Finding.Kind;
import org.redress.text.Text;

/** Finds pairs of rows of an <i>only one</i> question that contradict each other. */
final class Clashes {

  /** More are not looked for in one question: a table with so many needs another shape. */
  static final int MOST = 1_000;

  private final List<Row> rows;
  private final List<Finding> findings = new ArrayList<>();

  private Clashes(List<Row> rows) {
    this.rows = rows.stream().filter(row -> !row.isOpaque()).toList();
  }

  /** One finding for each pair, at its later row. */
  static List<Finding> among(List<Row> rows) {
    var clashes = new Clashes(rows);
    for (int later = 1; later < clashes.rows.size(); later++) {
      clashes.look(later);
    }
    return clashes.findings;
  }

  private void look(int later) {
    var row = rows.get(later);
    for (int i = 0; i < later && findings.size() < MOST; i++) {
      var other = rows.get(i);
      if (!row.answer().equals(other.answer()) && row.region().meets(other.region())) {
        findings.add(clash(row, other));
      }
    }
  }

  private static Finding clash(Row row, Row other) {
    var asked = new LinkedHashSet<>(other.region().variables());
    asked.addAll(row.region().variables());
    var both = other.region().and(row.region());
    var example = both.point().orElseThrow().describe(asked);
    return row.finding(
        Kind.CLASH,
        "answer",
        new Text("%s both %s (%s) and this row (%s) speak", "%s，%s（%s）和此行（%s）都会成立")
            .formatted(
                example.en().isEmpty()
                    ? new Text("on many complaints", "对许多投诉")
                    : new Text("when %s,", "当 %s 时").formatted(example),
                other.seenFrom(row.rule().file()),
                other.answer(),
                row.answer()),
        DeadRows.EXCLUDE);
  }
}
