package org.redress.storage;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells a second service in the same folder that the first one still runs. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseInUseAnalysis extends AbstractFailureAnalyzer<SQLException> {

  /** What H2 says when another process holds its file. */
  private static final int IN_USE = 90020;

  @Override
  protected FailureAnalysis analyze(Throwable root, SQLException cause) {
    return cause.getErrorCode() != IN_USE
        ? null
        : new FailureAnalysis(
            "The database file is in use: " + cause.getMessage().lines().findFirst().orElse(""),
            "Another Redress runs in this folder. Stop it, start this one in a folder of its own, or"
                + " give several services one PostgreSQL (see docs/operators.md).",
            cause);
  }
}
