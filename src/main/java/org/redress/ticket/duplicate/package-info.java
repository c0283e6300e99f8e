/** Tickets that may be about one matter: found by measure, decided by people. */
@NamedInterface("duplicate")
@NullMarked
package org.redress.ticket.duplicate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
