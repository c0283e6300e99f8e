package org.redress.intake.localmailbox;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells at start, in place of a stack trace, which port is taken and what to do. */
final class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortTaken> {

  @Override
  protected FailureAnalysis analyze(Throwable root, PortTaken cause) {
    return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
  }
}
