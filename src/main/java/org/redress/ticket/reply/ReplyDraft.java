package org.redress.ticket.reply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes to a customer.
 *
 * @param author the name of a user
 * @param seenAt up to when the author knew what had happened on the ticket
 * @param sendAt when it goes out; none while it is being written or held back
 */
public record ReplyDraft(
    long id,
    long ticketId,
    String author,
    String text,
    Instant seenAt,
    Instant savedAt,
    @Nullable Instant sendAt) {

  /** Whether it goes out unless it is taken back. */
  public boolean isLeaving() {
    return sendAt != null;
  }
}
