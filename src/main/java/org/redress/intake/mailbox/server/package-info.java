/** Mail servers as this service sees them: IMAP and POP3, encrypted, with a password or a token. */
@NullMarked
package org.redress.intake.mailbox.server;

import org.jspecify.annotations.NullMarked;
