/** What the rules are shown of a message, and what they would say of one that is not sent yet. */
@NamedInterface("preview")
@NullMarked
package org.redress.intake.preview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
