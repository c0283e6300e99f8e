/** The screens of the people who work here and the pages of customers. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "calendar",
      "calendar :: site",
      "compensation",
      "compensation :: policy",
      "complaint",
      "customer",
      "customer :: departure",
      "deadline",
      "deadline :: clock",
      "deadline :: reckoning",
      "decision",
      "decision :: backtest",
      "decision :: check",
      "decision :: difference",
      "decision :: explain",
      "decision :: file",
      "decision :: finding",
      "decision :: rule",
      "decision :: rulebook",
      "decision :: version",
      "insight",
      "insight :: daily",
      "intake",
      "intake :: mail",
      "intake :: mail-text",
      "intake :: call",
      "intake :: failure",
      "intake :: figures",
      "intake :: health",
      "intake :: preview",
      "storage",
      "table",
      "ticket",
      "ticket :: aftercare",
      "ticket :: work",
      "ticket :: care",
      "ticket :: duplicate",
      "ticket :: problem",
      "ticket :: review",
      "ticket :: search",
      "text"
    })
@NullMarked
package org.redress.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
