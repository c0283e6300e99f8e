/** The eight steps of care and what is recorded of them. */
@NamedInterface("care")
@NullMarked
package org.redress.ticket.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
