/** Which rule book is in force, which were, and which may be next. */
@NamedInterface("version")
@NullMarked
package org.redress.decision.version;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
