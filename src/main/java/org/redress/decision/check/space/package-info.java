/** The complaints that rules can tell apart, and which rules speak on which of them. */
@NullMarked
package org.redress.decision.check.space;

import org.jspecify.annotations.NullMarked;
