/** Tells within a second which tickets changed, on this node or another. */
@NamedInterface("feed")
@NullMarked
package org.redress.ticket.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
