/** Who complains: identity, tier, value. */
@ApplicationModule(allowedDependencies = {"complaint", "storage"})
@NullMarked
package org.redress.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
