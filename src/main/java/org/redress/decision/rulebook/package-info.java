/** The rule book: reading, checking and compiling everything under {@code rules/}. */
@NamedInterface("rulebook")
@NullMarked
package org.redress.decision.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
