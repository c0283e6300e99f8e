/** Commands that fill a site: with load to measure it, with a demo year to look at it. */
@NullMarked
package org.redress.command.load;

import org.jspecify.annotations.NullMarked;
