/** Words in both languages of the product. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.redress.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
