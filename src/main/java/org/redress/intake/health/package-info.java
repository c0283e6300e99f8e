/** How the channels are doing, and who is told when one is silent or fails. */
@NamedInterface("health")
@NullMarked
package org.redress.intake.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
