/** Who is here, and which language each reads. */
@NamedInterface("presence")
@NullMarked
package org.redress.access.presence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
