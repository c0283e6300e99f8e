/** One action on many tickets at once, and taking it back. */
@NullMarked
package org.redress.desk.bulk;

import org.jspecify.annotations.NullMarked;
