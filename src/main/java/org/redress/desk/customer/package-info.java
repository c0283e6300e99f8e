/** The pages of customers: complain, and see how it stands. They show nothing internal. */
@NullMarked
package org.redress.desk.customer;

import org.jspecify.annotations.NullMarked;
