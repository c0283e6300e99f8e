/** Mail that programs wrote, and senders who write like programs. */
@NamedInterface("machine")
@NullMarked
package org.redress.intake.machine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
