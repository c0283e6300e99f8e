/** The language that a reader gets. */
@NullMarked
package org.redress.desk.language;

import org.jspecify.annotations.NullMarked;
