/** The front door: receive durably, understand, decide, open. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "complaint",
      "complaint :: scan",
      "table",
      "customer",
      "decision",
      "decision :: rule",
      "decision :: rulebook",
      "storage",
      "ticket",
      "ticket :: duplicate",
      "ticket :: file",
      "ticket :: problem",
      "ticket :: review",
      "ticket :: work",
      "text"
    })
@NullMarked
package org.redress.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
