/** Correcting what the rules concluded about a ticket, and what follows from that. */
@NullMarked
package org.redress.desk.correction;

import org.jspecify.annotations.NullMarked;
