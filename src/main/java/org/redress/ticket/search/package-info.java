/** Lists of tickets: filtered, sorted, a page at a time. */
@NamedInterface("search")
@NullMarked
package org.redress.ticket.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
