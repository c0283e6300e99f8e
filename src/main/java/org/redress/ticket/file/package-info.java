/** Files that came to tickets and were not taken. */
@NamedInterface("file")
@NullMarked
package org.redress.ticket.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
