package org.redress.decision.finding;

import java.util.List;
import java.util.stream.Collectors;

/** A rule book that must not be used, with everything that is wrong with it. */
public class RuleBookBroken extends RuntimeException {

  private final transient List<Finding> findings;

  /** With all findings, errors and others. */
  public RuleBookBroken(List<Finding> findings) {
    super(
        "The rule book has errors:%n%s"
            .formatted(
                findings.stream()
                    .filter(Finding::isError)
                    .map(finding -> "  " + finding)
                    .collect(Collectors.joining(System.lineSeparator()))));
    this.findings = findings;
  }

  public List<Finding> findings() {
    return findings;
  }
}
