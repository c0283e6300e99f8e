/** Who did what when, over all tickets and rule books. */
@NullMarked
package org.redress.desk.audit;

import org.jspecify.annotations.NullMarked;
