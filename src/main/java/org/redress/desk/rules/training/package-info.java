/** Models that learn from the service's own tickets. */
@NullMarked
package org.redress.desk.rules.training;

import org.jspecify.annotations.NullMarked;
