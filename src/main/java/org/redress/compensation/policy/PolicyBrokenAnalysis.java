package org.redress.compensation.policy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells at start what is wrong with the policy, in one line. */
class PolicyBrokenAnalysis extends AbstractFailureAnalyzer<PolicyBroken> {

  @Override
  protected FailureAnalysis analyze(Throwable root, PolicyBroken cause) {
    return new FailureAnalysis(
        cause.getMessage(), "Mend the line and start the service again.", cause);
  }
}
