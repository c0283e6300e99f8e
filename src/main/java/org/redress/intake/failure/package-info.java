/** The failure desk: messages that could not be processed, and what people do with them. */
@NamedInterface("failure")
@NullMarked
package org.redress.intake.failure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
