/** What may be offered to make good: the options that rules picked for a ticket. */
@ApplicationModule(
    allowedDependencies = {
      "decision",
      "decision :: rule",
      "decision :: rulebook",
      "storage",
      "ticket",
      "text"
    })
@NullMarked
package org.redress.compensation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
