/** Goes through a decision again: why a rule did not speak, what two rule books make of it. */
@NamedInterface("explain")
@NullMarked
package org.redress.decision.explain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
