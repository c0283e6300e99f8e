/** Calls as the telephone system recorded them: read from its files, found again by number. */
@NamedInterface("call")
@NullMarked
package org.redress.intake.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
