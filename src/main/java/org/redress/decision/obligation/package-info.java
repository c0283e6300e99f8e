/** What a rule book says of obligations: ladders that enforce them, and legal regimes. */
@NamedInterface("obligation")
@NullMarked
package org.redress.decision.obligation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
