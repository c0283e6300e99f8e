/** Customers who left, and what was done to win them back. */
@NamedInterface("departure")
@NullMarked
package org.redress.customer.departure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
