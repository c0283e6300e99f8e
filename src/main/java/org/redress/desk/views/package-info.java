/** Lists that people keep under a name, for themselves or for a team. */
@NullMarked
package org.redress.desk.views;

import org.jspecify.annotations.NullMarked;
