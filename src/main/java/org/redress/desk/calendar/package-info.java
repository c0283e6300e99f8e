/** The working times of this site for people to look at, and to try. */
@NullMarked
package org.redress.desk.calendar;

import org.jspecify.annotations.NullMarked;
