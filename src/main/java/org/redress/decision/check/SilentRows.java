package org.redress.decision.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.redress.decision.check.space.Space;
import org.redress.decision.finding.Finding;
import org.redress.decision.finding.Finding.Kind;
import org.redress.decision.rule.Rule;

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
          "this row ends on %s, before it begins on %s".formatted(rule.until(), rule.from()),
          "Correct the dates.");
      return false;
    }
    if (rule.until().isBefore(today)) {
      add(
          rule,
          Kind.OVER,
          "until",
          "this row is over since %s".formatted(rule.until()),
          "Remove it, or renew its dates.");
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
            ? "no complaint can satisfy '%s'".formatted(impossible.get().cell())
            : "no complaint can satisfy all cells of this row",
        "Correct the row; & asks for all its parts at once.");
    return false;
  }

  private void add(Rule rule, Kind kind, String column, String what, String remedy) {
    findings.add(new Finding(kind, rule.file(), rule.row(), column, what, remedy));
  }
}
