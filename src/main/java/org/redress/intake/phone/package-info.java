/** Call notes from the telephone system: one complaint a row. */
@NullMarked
package org.redress.intake.phone;

import org.jspecify.annotations.NullMarked;
