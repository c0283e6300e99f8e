/** When obligations are due: a pure function of policy, events and calendar. */
@NamedInterface("reckoning")
@NullMarked
package org.redress.deadline.reckoning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
