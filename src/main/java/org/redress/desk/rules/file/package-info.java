/** Files that come into a draft and leave it. */
@NullMarked
package org.redress.desk.rules.file;

import org.jspecify.annotations.NullMarked;
