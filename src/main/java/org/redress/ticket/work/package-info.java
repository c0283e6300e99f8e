/** What people do to tickets. */
@NamedInterface("work")
@NullMarked
package org.redress.ticket.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
