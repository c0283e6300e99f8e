/** What would become of a message, without taking it. */
@NamedInterface("trial")
@NullMarked
package org.redress.intake.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
