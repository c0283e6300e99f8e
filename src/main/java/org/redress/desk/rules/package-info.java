/** The rule book for managers: what is in force, drafts on their way, versions gone by. */
@NullMarked
package org.redress.desk.rules;

import org.jspecify.annotations.NullMarked;
