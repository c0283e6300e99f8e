/** The words of notices. */
@NullMarked
package org.redress.notification.text;

import org.jspecify.annotations.NullMarked;
