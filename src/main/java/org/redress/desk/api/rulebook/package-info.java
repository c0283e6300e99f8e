/** Rule books and drafts for programs. */
@NullMarked
package org.redress.desk.api.rulebook;

import org.jspecify.annotations.NullMarked;
