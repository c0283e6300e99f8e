/** Replies on their way: drafts, the seconds to take one back, and holding back a stale one. */
@NamedInterface("reply")
@NullMarked
package org.redress.ticket.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
