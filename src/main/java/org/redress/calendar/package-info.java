/** Working time. */
@NullMarked
package org.redress.calendar;

import org.jspecify.annotations.NullMarked;
