/** Being on duty, returning tickets and handing them over. */
@NullMarked
package org.redress.desk.assignment;

import org.jspecify.annotations.NullMarked;
