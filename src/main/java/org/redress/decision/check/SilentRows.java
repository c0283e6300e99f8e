package org.redress.decision.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.redress.decision.check.space.Space;
import org.redress.decision.finding.Finding;
import org.redress.decision.finding.Finding.Kind;
import org.redress.decision.rule.Rule;
import org.redress.text.Text;

/** Finds rows that never speak, by their dates or because their conditions exclude each other. */
final class SilentRows {

  private final LocalDate today;
  private final List<Finding> findings = new ArrayList<>();

  SilentRows(LocalDate today) {
    this.today = today;
  }

  List<Finding> findings() {
    return findings;
  }

  /** Whether there is a day from today on, on which the rule holds. */
  boolean mayStillSpeak(Rule rule) {
    if (rule.until() == null) {
      return true;
    }
    if (rule.from() != null && rule.from().isAfter(rule.until())) {
      add(
          rule,
          Kind.NEVER_SPEAKS,
          "until",
          new Text("this row ends on %s, before it begins on %s", "此行在 %s 结束，却在 %s 才开始")
              .formatted(rule.until(), rule.from()),
          new Text("Correct the dates.", "请更正日期。"));
      return false;
    }
    if (rule.until().isBefore(today)) {
      add(
          rule,
          Kind.OVER,
          "until",
          new Text("this row is over since %s", "此行自 %s 起已过期").formatted(rule.until()),
          new Text("Remove it, or renew its dates.", "请删除它，或更新日期。"));
      return false;
    }
    return true;
  }

  /** Whether a complaint can satisfy all conditions of the rule. */
  boolean canSpeak(Rule rule, Space space) {
    if (!space.row(rule).region().isEmpty()) {
      return true;
    }
    var impossible =
        rule.conditions().stream()
            .filter(condition -> space.universe().and(space.region(condition)).isEmpty())
            .findFirst();
    add(
        rule,
        Kind.NEVER_SPEAKS,
        impossible.map(condition -> "when " + condition.column()).orElse("name"),
        impossible.isPresent()
            ? new Text("no complaint can satisfy '%s'", "没有投诉能满足“%s”")
                .formatted(impossible.get().cell())
            : new Text("no complaint can satisfy all cells of this row", "没有投诉能同时满足此行的所有单元格"),
        new Text("Correct the row; & asks for all its parts at once.", "请更正此行；& 要求各部分同时成立。"));
    return false;
  }

  private void add(Rule rule, Kind kind, String column, Text what, Text remedy) {
    findings.add(new Finding(kind, rule.file(), rule.row(), column, what, remedy));
  }
}
