/** Figures counted by day, so that no screen need count tickets. */
@NamedInterface("daily")
@NullMarked
package org.redress.insight.daily;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
