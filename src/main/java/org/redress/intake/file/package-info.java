/** Which files that came with messages are taken. */
@NullMarked
package org.redress.intake.file;

import org.jspecify.annotations.NullMarked;
