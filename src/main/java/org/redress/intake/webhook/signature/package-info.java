/** How senders prove who they are: one class a way of signing. */
@NullMarked
package org.redress.intake.webhook.signature;

import org.jspecify.annotations.NullMarked;
