package org.redress.complaint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered complaint, unchanged for ever.
 *
 * @param receipt the number the customer was given; who knows it may see the status page
 * @param said what the customer said, as it was understood
 */
public record Complaint(long id, String receipt, long customerId, IncomingComplaint said) {

  public String channel() {
    return said.channel();
  }

  public String language() {
    return said.language();
  }

  public Instant receivedAt() {
    return said.receivedAt();
  }

  public @Nullable String subject() {
    return said.subject();
  }

  public String text() {
    return said.text();
  }

  public List<Attachment> attachments() {
    return said.attachments();
  }
}
