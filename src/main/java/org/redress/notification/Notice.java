package org.redress.notification;

/**
 * One mail that must go out once.
 *
 * @param ticketId the ticket it belongs to, or {@link #NO_TICKET}
 * @param name the text it is made from, for instance {@code acknowledgement}
 * @param step tells notices of one name apart, for instance the level of a ladder
 */
record Notice(
    long ticketId,
    String ticket,
    String name,
    String step,
    String recipient,
    String subject,
    String body) {

  /** A digest belongs to no ticket. */
  static final long NO_TICKET = 0;

  /** The same notice always has the same Message-ID, and it names the ticket. */
  String messageId(String domain) {
    return "%s.%s.%s.%08x@%s".formatted(ticket, name, step, recipient.hashCode(), domain);
  }
}
