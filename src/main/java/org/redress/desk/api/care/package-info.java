/** The care process for programs. */
@NullMarked
package org.redress.desk.api.care;

import org.jspecify.annotations.NullMarked;
