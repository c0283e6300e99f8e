/** Figures about the work. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "complaint",
      "customer",
      "decision",
      "decision :: rule",
      "storage",
      "ticket"
    })
@NullMarked
package org.redress.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
