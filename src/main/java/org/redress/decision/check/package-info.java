/** Looks at a rule book as a whole: what can never matter, contradicts, is missing or unused. */
@NamedInterface("check")
@NullMarked
package org.redress.decision.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
