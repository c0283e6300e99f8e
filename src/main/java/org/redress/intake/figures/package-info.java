/** What became of the messages of each channel: counted, kept by the hour, and as metrics. */
@NamedInterface("figures")
@NullMarked
package org.redress.intake.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
