package org.redress.decision.file;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A rule book that must not be used, with everything that is wrong with it. */
public class RuleBookBroken extends RuntimeException {

  private final transient List<Finding> findings;

  RuleBookBroken(Path folder, List<Finding> findings) {
    super(
        "The rule book in %s has errors:%n%s"
            .formatted(
                folder,
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
