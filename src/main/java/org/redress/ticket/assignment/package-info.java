/** Who gets which ticket: skill, language, capacity and presence; and what waits for somebody. */
@NamedInterface("assignment")
@NullMarked
package org.redress.ticket.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
