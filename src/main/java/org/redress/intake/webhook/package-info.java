/** {@code webhook:NAME}, where other programs post messages to {@code /hooks/NAME}, signed. */
@NullMarked
package org.redress.intake.webhook;

import org.jspecify.annotations.NullMarked;
