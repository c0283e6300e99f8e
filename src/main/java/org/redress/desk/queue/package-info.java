/** Lists of tickets: mine, my teams', nobody's, late ones. */
@NullMarked
package org.redress.desk.queue;

import org.jspecify.annotations.NullMarked;
