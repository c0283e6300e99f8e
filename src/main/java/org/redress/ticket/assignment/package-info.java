/** Who gets which ticket: skill, language, capacity and presence; and what waits for somebody. */
@NullMarked
package org.redress.ticket.assignment;

import org.jspecify.annotations.NullMarked;
