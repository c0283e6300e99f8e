/** Screens and API for agents, managers, integrators and customers. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "calendar",
      "compensation",
      "complaint",
      "customer",
      "deadline",
      "decision",
      "decision :: rule",
      "decision :: rulebook",
      "intake",
      "storage",
      "ticket"
    })
@NullMarked
package org.redress.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
