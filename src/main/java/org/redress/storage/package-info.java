/** What all storage shares: durable commits, ids in blocks, instants. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.redress.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
