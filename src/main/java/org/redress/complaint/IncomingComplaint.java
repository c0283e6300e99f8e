package org.redress.complaint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said, understood from whatever form it came in and not yet registered.
 *
 * @param channel the channel's name, for instance {@code email}
 * @param externalId unique within the channel: the same message again has the same id
 * @param text what the customer wrote, as plain text
 * @param language {@code en} or {@code zh}
 * @param reference a ticket number or order number the customer gave
 * @param messageId the mail's own Message-ID, without angle brackets
 * @param inReplyTo Message-IDs this message answers, nearest first
 */
public record IncomingComplaint(
    String channel,
    String externalId,
    Instant receivedAt,
    @Nullable String subject,
    String text,
    String language,
    Sender sender,
    @Nullable String reference,
    @Nullable String messageId,
    List<String> inReplyTo,
    List<Attachment> attachments) {

  /** The same message with other words, for instance without the quoted history. */
  public IncomingComplaint withText(String other) {
    return new IncomingComplaint(
        channel,
        externalId,
        receivedAt,
        subject,
        other,
        language,
        sender,
        reference,
        messageId,
        inReplyTo,
        attachments);
  }

  /** The same message with its files as they are known now. */
  public IncomingComplaint withAttachments(List<Attachment> other) {
    return new IncomingComplaint(
        channel,
        externalId,
        receivedAt,
        subject,
        text,
        language,
        sender,
        reference,
        messageId,
        inReplyTo,
        other);
  }
}
