/** The failure desk on screen. */
@NullMarked
package org.redress.desk.failure;

import org.jspecify.annotations.NullMarked;
