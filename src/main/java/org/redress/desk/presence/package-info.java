/** Who else looks at a ticket or writes on it. */
@NullMarked
package org.redress.desk.presence;

import org.jspecify.annotations.NullMarked;
