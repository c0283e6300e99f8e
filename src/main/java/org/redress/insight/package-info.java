/** Figures about the work. */
@ApplicationModule(allowedDependencies = {"complaint", "customer", "decision", "ticket"})
@NullMarked
package org.redress.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
