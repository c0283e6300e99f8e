/** The HTTP API under {@code /api/v1}. */
@NullMarked
package org.redress.desk.api;

import org.jspecify.annotations.NullMarked;
