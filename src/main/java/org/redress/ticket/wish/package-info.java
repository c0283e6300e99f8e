/** What customers may ask for on their status page beside an answer. */
@NamedInterface("wish")
@NullMarked
package org.redress.ticket.wish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
