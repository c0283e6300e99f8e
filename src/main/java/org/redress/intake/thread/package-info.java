/** Which messages belong to which tickets, and what becomes of them there. */
@NullMarked
package org.redress.intake.thread;

import org.jspecify.annotations.NullMarked;
