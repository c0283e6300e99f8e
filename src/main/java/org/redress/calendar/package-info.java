/** Working time: calendars, holidays, make-up working days, and arithmetic that shows its steps. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.redress.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
