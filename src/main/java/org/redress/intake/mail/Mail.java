package org.redress.intake.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail as a reader would understand it.
 *
 * @param subject decoded, on one line; empty when there is none
 * @param messageId without angle brackets
 * @param inReplyTo Message-IDs this mail answers, nearest first
 * @param date when the sender says it was written
 * @param text what a reader sees: the plain part, else the HTML part as text
 * @param replyText what of it is new: without quoted history and signature
 * @param attachments every part that is not shown as text, attached mails as a whole
 * @param files the same, but of a part that only wraps others (TNEF, signed S/MIME) what is in it
 * @param language {@code en} or {@code zh}
 * @param loops addresses that the mail has been through already, as their programs noted
 * @param problem what could not be read and what was done instead; null when all was well
 */
public record Mail(
    String subject,
    List<Address> from,
    List<Address> to,
    List<Address> cc,
    @Nullable String messageId,
    List<String> inReplyTo,
    @Nullable Instant date,
    String text,
    String replyText,
    List<MailAttachment> attachments,
    List<MailAttachment> files,
    MailKind kind,
    String language,
    List<String> loops,
    @Nullable String problem) {

  /** A mailbox; {@code address} is as written even if it is no valid address. */
  public record Address(@Nullable String name, String address) {}

  /**
   * A file that came with the mail.
   *
   * @param name decoded, as the sender called it; null when the part has none
   * @param type the media type the sender claims, in lower case
   */
  public record MailAttachment(@Nullable String name, String type, byte[] content) {}

  /**
   * Whether a program wrote it: then no complaint may be opened from it and no automatic answer
   * sent.
   */
  public boolean machineGenerated() {
    return kind.machineGenerated();
  }
}
