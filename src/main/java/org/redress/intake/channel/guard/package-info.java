/** What a route file may say; anything else is refused with its line. */
@NullMarked
package org.redress.intake.channel.guard;

import org.jspecify.annotations.NullMarked;
