/** What is learnt from complaints: lessons, corrective actions, links, causes that come back. */
@NamedInterface("review")
@NullMarked
package org.redress.ticket.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
