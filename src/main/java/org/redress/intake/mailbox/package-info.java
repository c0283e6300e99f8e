/** The Camel component {@code mailbox:NAME}: mail over IMAP, in batches, as it arrives. */
@NullMarked
package org.redress.intake.mailbox;

import org.jspecify.annotations.NullMarked;
