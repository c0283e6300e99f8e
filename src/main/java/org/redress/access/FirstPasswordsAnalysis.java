package org.redress.access;

import org.redress.access.LoopbackOnly.FirstPasswordsInUse;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words, instead of a stack trace, why the service does not start. */
class FirstPasswordsAnalysis extends AbstractFailureAnalyzer<FirstPasswordsInUse> {

  @Override
  protected FailureAnalysis analyze(Throwable root, FirstPasswordsInUse cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Start once with server.address=127.0.0.1 and change the passwords at /account, or remove"
            + " the users from the staff file and from the table app_user. For a new database set"
            + " REDRESS_ACCESS_INITIALPASSWORDS_<NAME> in the environment.",
        cause);
  }
}
