package org.redress.decision.check.space;

import java.util.Collection;
import java.util.stream.Collectors;
import org.redress.decision.finding.Finding;
import org.redress.decision.rule.Rule;

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
  public String seenFrom(String file) {
    var where = rule.file().equals(file) ? "" : " of " + rule.file();
    return "row %d%s '%s'".formatted(rule.row(), where, rule.name());
  }

  /** One of some rows as people find them; of many only the first few. */
  public static String list(Collection<Row> rows, String file) {
    var named = rows.stream().limit(NAMED).map(row -> row.seenFrom(file));
    var more = rows.size() > NAMED ? " and %d more".formatted(rows.size() - NAMED) : "";
    return named.collect(Collectors.joining(", ", rows.size() > 1 ? "one of " : "", more));
  }

  /** Something to say about this row. */
  public Finding finding(Finding.Kind kind, String column, String what, String remedy) {
    return new Finding(kind, rule.file(), rule.row(), column, what, remedy);
  }
}
