/** Screens of what is learnt: corrective actions, lessons, links, problems. */
@NullMarked
package org.redress.desk.review;

import org.jspecify.annotations.NullMarked;
