/** What the customer said: the complaint as it arrived, unchanged for ever. */
@ApplicationModule(allowedDependencies = "storage")
@NullMarked
package org.redress.complaint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
