/** What is given to make good: offers of the rules, who may promise them, budgets, the ledger. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "calendar",
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
