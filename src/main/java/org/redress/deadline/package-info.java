/** Obligations and their clocks: what is owed by when, and what happens when it is late. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "calendar",
      "calendar :: site",
      "compensation",
      "complaint",
      "customer",
      "decision",
      "decision :: file",
      "decision :: finding",
      "decision :: version",
      "decision :: obligation",
      "decision :: rule",
      "decision :: rulebook",
      "storage",
      "text",
      "ticket",
      "ticket :: review",
      "ticket :: care"
    })
@NullMarked
package org.redress.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
