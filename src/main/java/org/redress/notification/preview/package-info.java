/** Notices and letters as people will get them, with a sample ticket. */
@NullMarked
package org.redress.notification.preview;

import org.jspecify.annotations.NullMarked;
