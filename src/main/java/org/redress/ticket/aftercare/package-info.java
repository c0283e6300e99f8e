/** What comes after the result: the call to the customer, and how satisfied the customer is. */
@NamedInterface("aftercare")
@NullMarked
package org.redress.ticket.aftercare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
