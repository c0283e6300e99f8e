/** Mails that must go out once: kept, sent, and tried again. */
@NullMarked
package org.redress.notification.outbox;

import org.jspecify.annotations.NullMarked;
