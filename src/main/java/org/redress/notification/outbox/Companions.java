package org.redress.notification.outbox;

import static java.util.stream.Collectors.groupingBy;

import java.io.FileNotFoundException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.complaint.Attachments;
import org.redress.complaint.Attachments.Kept;
import org.redress.notification.outbox.Outbox.Notice;
import org.redress.notification.outbox.Outbox.Waiting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What goes along with mails: the recipient's own mails on the ticket, so that mail programs show
 * one thread, and the files of replies.
 */
@Repository
class Companions {

  /** The longest thread that is named; mail servers dislike endless header fields. */
  private static final int LONGEST = 20;

  private final JdbcClient jdbc;
  private final Attachments attachments;

  Companions(JdbcClient jdbc, Attachments attachments) {
    this.jdbc = jdbc;
    this.attachments = attachments;
  }

  /**
   * What goes along with one mail.
   *
   * @param thread Message-IDs of the recipient's mails, oldest first
   */
  record Companion(List<String> thread, List<Kept> files) {}

  private record Heard(long ticketId, String author, String messageId) {}

  /** The companions of a batch, by the mail, in two round trips at most. */
  Map<Waiting, Companion> of(List<Waiting> mails) {
    var heard = heard(mails);
    var files = files(mails);
    var companions = new HashMap<Waiting, Companion>();
    for (var mail : mails) {
      var thread =
          heard.getOrDefault(mail.ticketId(), List.of()).stream()
              .filter(one -> one.author().equalsIgnoreCase(mail.recipient()))
              .map(Heard::messageId)
              .filter(Companions::isSafe)
              .distinct()
              .toList();
      var latest = thread.subList(Math.max(0, thread.size() - LONGEST), thread.size());
      var own = mail.isReply() ? files.getOrDefault(mail.said(), List.of()) : List.<Kept>of();
      companions.put(mail, new Companion(latest, own));
    }
    return companions;
  }

  /**
   * What a file holds.
   *
   * @throws FileNotFoundException when a virus was found in it meanwhile
   */
  byte[] content(Kept file) throws FileNotFoundException {
    return attachments
        .content(file.id())
        .orElseThrow(() -> new FileNotFoundException(file.name() + " is not there any longer"));
  }

  private Map<Long, List<Heard>> heard(List<Waiting> mails) {
    var tickets =
        mails.stream().map(Waiting::ticketId).filter(id -> id != Notice.NO_TICKET).distinct();
    var ids = tickets.toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select t.id as ticket_id, cu.email as author, c.message_id, c.received_at as heard_at
            from ticket t join complaint c on c.id = t.complaint_id
                          join customer cu on cu.id = c.customer_id
            where t.id in (:tickets) and c.message_id is not null and cu.email is not null
            union all
            select m.ticket_id, m.author, m.message_id, m.at from message m
            where m.ticket_id in (:tickets) and m.direction = 'in' and m.message_id is not null
            order by heard_at
            """)
        .param("tickets", ids)
        .query(Heard.class)
        .list()
        .stream()
        .collect(groupingBy(Heard::ticketId));
  }

  private Map<Long, List<Kept>> files(List<Waiting> mails) {
    var said = mails.stream().filter(Waiting::isReply).map(Waiting::said).toList();
    return attachments.of(said).stream().collect(groupingBy(Kept::sourceId));
  }

  /** The id is a stranger's: it must not break out of its header field. */
  private static boolean isSafe(String messageId) {
    return messageId.matches("[!-;=?-~]{3,250}");
  }
}
