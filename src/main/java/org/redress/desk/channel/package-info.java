/** How the channels are doing, on screen and for programs. */
@NullMarked
package org.redress.desk.channel;

import org.jspecify.annotations.NullMarked;
