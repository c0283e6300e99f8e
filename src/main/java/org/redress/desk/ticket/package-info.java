/** The screen of one ticket: everything known, why it was decided so, what to do next. */
@NullMarked
package org.redress.desk.ticket;

import org.jspecify.annotations.NullMarked;
