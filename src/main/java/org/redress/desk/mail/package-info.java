/**
 * What a ticket shows of mails: as they were sent, what came back, and what looks like a double.
 */
@NullMarked
package org.redress.desk.mail;

import org.jspecify.annotations.NullMarked;
