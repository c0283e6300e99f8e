/**
 * The mailbox that runs inside the service, so that it can be tried with nothing else installed.
 */
@NullMarked
package org.redress.intake.localmailbox;

import org.jspecify.annotations.NullMarked;
