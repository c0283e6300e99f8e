/** Who works here: users, teams, duty and load. */
@NullMarked
package org.redress.desk.people;

import org.jspecify.annotations.NullMarked;
