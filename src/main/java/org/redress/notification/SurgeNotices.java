package org.redress.notification;

import java.util.List;
import java.util.Map;
import org.redress.notification.outbox.Outbox;
import org.redress.notification.outbox.Outbox.Notice;
import org.redress.notification.text.Labels;
import org.redress.notification.text.NoticeTexts;
import org.redress.ticket.problem.Surging;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the lead of a team that many customers have the same fault. */
@Component
class SurgeNotices {

  private static final String NAME = "surge";

  private final Outbox outbox;
  private final NoticeTexts texts;
  private final Labels labels;

  SurgeNotices(Outbox outbox, NoticeTexts texts, Labels labels) {
    this.outbox = outbox;
    this.texts = texts;
    this.labels = labels;
  }

  @EventListener
  void tell(Surging event) {
    var problem = event.problem();
    var ticket = event.last();
    if (problem.owner() == null) {
      return;
    }
    var values =
        Map.of(
            "customers", String.valueOf(event.customers()),
            "words", String.valueOf(problem.readableWords()),
            "ticket", ticket.number(),
            "summary", ticket.subject(),
            "link", labels.problemUrl(problem.id()));
    var words = texts.render(NAME, labels.staffLanguage(), values);
    var notice =
        new Notice(
            ticket.id(),
            ticket.number(),
            NAME,
            String.valueOf(problem.id()),
            labels.mail(problem.owner()),
            words.subject(),
            words.body());
    outbox.add(List.of(notice));
  }
}
