/**
 * The route files under {@code routes/}: checked, loaded, watched, and how each channel is doing.
 */
@NullMarked
package org.redress.intake.channel;

import org.jspecify.annotations.NullMarked;
