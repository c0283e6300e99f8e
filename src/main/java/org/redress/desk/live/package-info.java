/** Tells open screens what changed. */
@NullMarked
package org.redress.desk.live;

import org.jspecify.annotations.NullMarked;
