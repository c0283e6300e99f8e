/** Finds phrases that mark a label in labelled texts. */
@NamedInterface("phrase")
@NullMarked
package org.redress.understanding.phrase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
