package org.redress.decision.file;

import java.util.List;
import java.util.stream.Collectors;
import org.redress.decision.finding.Finding;

/** A rule book that must not be used, with everything that is wrong with it. */
public class RuleBookBroken extends RuntimeException {

  private final transient List<Finding> findings;

  RuleBookBroken(List<Finding> findings) {
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
