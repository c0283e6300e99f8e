/** The Camel component {@code smtp:NAME}: mail that other servers deliver or forward to us. */
@NullMarked
package org.redress.intake.smtp;

import org.jspecify.annotations.NullMarked;
