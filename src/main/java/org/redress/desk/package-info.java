/** The screens of the people who work here and the pages of customers. */
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
      "ticket",
      "ticket :: search"
    })
@NullMarked
package org.redress.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
