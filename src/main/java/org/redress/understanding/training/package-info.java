/** Learns models from labelled texts and measures them on texts held back. */
@NamedInterface("training")
@NullMarked
package org.redress.understanding.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
