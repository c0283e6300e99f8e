/** Steers a ticket: waiting for the customer, another team or priority, opening again, merging. */
@NullMarked
package org.redress.desk.handling;

import org.jspecify.annotations.NullMarked;
