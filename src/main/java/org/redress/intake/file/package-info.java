/** Which files that came with messages are taken. */
@NamedInterface("file")
@NullMarked
package org.redress.intake.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
