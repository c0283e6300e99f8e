/** Screens of the care process: its steps, the calls that are owed, what customers answered. */
@NullMarked
package org.redress.desk.care;

import org.jspecify.annotations.NullMarked;
