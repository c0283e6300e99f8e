/** A checked rule book, compiled and ready to be asked. */
@NamedInterface("rulebook")
@NullMarked
package org.redress.decision.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
