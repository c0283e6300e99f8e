/** Parts that wrap others: what Outlook and signing programs put a whole mail into. */
@NullMarked
package org.redress.intake.mail.wrapped;

import org.jspecify.annotations.NullMarked;
