/** People correct what the rules concluded. */
@NamedInterface("correction")
@NullMarked
package org.redress.ticket.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
