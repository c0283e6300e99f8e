package org.redress.decision.finding;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at a failed start what is wrong with the rule book, instead of a stack trace. */
class RuleBookBrokenAnalysis extends AbstractFailureAnalyzer<RuleBookBroken> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, RuleBookBroken cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Mend the rows named above; 'rules check' shows the same list without starting.",
        cause);
  }
}
