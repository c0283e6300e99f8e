/** Causes that keep coming back. */
@NamedInterface("problem")
@NullMarked
package org.redress.ticket.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
