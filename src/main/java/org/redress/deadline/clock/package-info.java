/** Starts, moves and stops the clocks of tickets as things happen to them. */
@NamedInterface("clock")
@NullMarked
package org.redress.deadline.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
