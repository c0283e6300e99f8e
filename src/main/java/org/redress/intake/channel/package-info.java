/**
 * The route files under {@code routes/}: checked, loaded, watched, and how each channel is doing.
 */
@NamedInterface("channel")
@NullMarked
package org.redress.intake.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
