/** The working times of this site, as they are now. */
@NamedInterface("site")
@NullMarked
package org.redress.calendar.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
