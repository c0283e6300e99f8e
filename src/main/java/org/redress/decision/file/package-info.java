/** Reads and checks the files under {@code rules/}. */
@NamedInterface("file")
@NullMarked
package org.redress.decision.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
