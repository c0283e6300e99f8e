/** Finds tickets by words: an index beside the database, filled behind the commits. */
@NamedInterface("fulltext")
@NullMarked
package org.redress.ticket.fulltext;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
