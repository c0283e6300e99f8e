/** Rules written as formulas: a small closed part of Drools' language, read and never compiled. */
@NullMarked
package org.redress.decision.drl;

import org.jspecify.annotations.NullMarked;
