/** Decides a complaint by the rule book and explains the decision. */
@ApplicationModule(
    allowedDependencies = {
      "calendar",
      "complaint",
      "table",
      "customer",
      "storage",
      "text",
      "understanding"
    })
@NullMarked
package org.redress.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
