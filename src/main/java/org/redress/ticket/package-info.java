/** The work: tickets, their owners, care steps, conversation and history. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "calendar",
      "calendar :: site",
      "complaint",
      "customer",
      "decision",
      "decision :: rule",
      "decision :: rulebook",
      "storage",
      "text"
    })
@NullMarked
package org.redress.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
