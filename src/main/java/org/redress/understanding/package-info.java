/** Small linear models that tell what people write about, with a confidence and their reasons. */
@ApplicationModule(allowedDependencies = "text")
@NullMarked
package org.redress.understanding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
