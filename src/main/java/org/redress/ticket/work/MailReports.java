package org.redress.ticket.work;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.History;
import org.redress.ticket.Tickets;
import org.springframework.stereotype.Component;

/** What became of mails that were sent about a ticket; it changes nothing else about it. */
@Component
public class MailReports {

  /** A mail did not arrive. */
  public static final String BOUNCED = "mail_bounced";

  /** A mail did not arrive yet. */
  public static final String DELAYED = "mail_delayed";

  /** A program answered for the recipient. */
  public static final String AUTO_REPLY = "auto_reply";

  /** A mail was opened. */
  public static final String OPENED = "mail_opened";

  /** A colleague passed the customer's mail on. */
  public static final String FORWARDED = "forwarded";

  private static final int LONGEST_WORDS = 2000;

  private final Tickets tickets;
  private final Changes changes;
  private final Clock clock;

  MailReports(Tickets tickets, Changes changes, Clock clock) {
    this.tickets = tickets;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Notes it on the ticket.
   *
   * @param event one of the events above
   * @param value whom the mail was for; of a mail that did not arrive {@code FAULT: ADDRESS}
   * @param words what the mail system or the colleague said; cut when it is long
   */
  public void note(String number, String event, String value, @Nullable String words) {
    Instant now = clock.instant();
    var said =
        words == null || words.length() <= LONGEST_WORDS
            ? words
            : words.substring(0, LONGEST_WORDS);
    tickets
        .find(tickets.livesOnAs(number))
        .ifPresent(
            ticket ->
                changes.note(
                    ticket.id(), event, null, value, By.person(History.REDRESS, now, said)));
  }
}
