package org.redress.notification;

import java.util.Map;
import org.redress.notification.outbox.Outbox;
import org.redress.notification.outbox.Outbox.Notice;
import org.redress.ticket.work.TicketWork.Mentioned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells colleagues that a note names them. */
@Component
class MentionNotices {

  private final Outbox outbox;
  private final NoticeTexts texts;
  private final Labels labels;

  MentionNotices(Outbox outbox, NoticeTexts texts, Labels labels) {
    this.outbox = outbox;
    this.texts = texts;
    this.labels = labels;
  }

  @EventListener
  void tell(Mentioned event) {
    var ticket = event.ticket();
    var language = labels.staffLanguage();
    var words =
        texts.render(
            "mentioned",
            language,
            Map.of(
                "ticket", ticket.number(),
                "summary", ticket.subject(),
                "by", labels.person(event.note().author(), language),
                "note", event.note().text(),
                "link", labels.ticketUrl(ticket.number())));
    var step = String.valueOf(event.note().id());
    outbox.add(
        event.users().stream()
            .map(
                user ->
                    new Notice(
                        ticket.id(),
                        ticket.number(),
                        "mentioned",
                        step,
                        user.email(),
                        words.subject(),
                        words.body()))
            .toList());
  }
}
