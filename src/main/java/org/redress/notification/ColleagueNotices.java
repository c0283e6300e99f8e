package org.redress.notification;

import java.util.List;
import java.util.Map;
import org.redress.notification.outbox.Outbox;
import org.redress.notification.outbox.Outbox.Notice;
import org.redress.notification.text.Labels;
import org.redress.notification.text.NoticeTexts;
import org.redress.ticket.Ticket;
import org.redress.ticket.wish.CustomerWishes.AskedHigher;
import org.redress.ticket.work.TicketWork.Mentioned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people at work that a colleague's note names them, or that a customer asks for them. */
@Component
class ColleagueNotices {

  private final Outbox outbox;
  private final NoticeTexts texts;
  private final Labels labels;

  ColleagueNotices(Outbox outbox, NoticeTexts texts, Labels labels) {
    this.outbox = outbox;
    this.texts = texts;
    this.labels = labels;
  }

  @EventListener
  void tell(Mentioned event) {
    var language = labels.staffLanguage();
    var words =
        texts.render(
            "mentioned",
            language,
            Map.of(
                "ticket", event.ticket().number(),
                "summary", event.ticket().subject(),
                "by", labels.person(event.note().author(), language),
                "note", event.note().text(),
                "link", labels.ticketUrl(event.ticket().number())));
    var step = String.valueOf(event.note().id());
    outbox.add(
        event.users().stream()
            .map(user -> notice(event.ticket(), "mentioned", step, user.email(), words))
            .toList());
  }

  @EventListener
  void tell(AskedHigher event) {
    var ticket = event.ticket();
    var words =
        texts.render(
            "asked_higher",
            labels.staffLanguage(),
            Map.of(
                "ticket", ticket.number(),
                "summary", ticket.subject(),
                "words", event.words(),
                "link", labels.ticketUrl(ticket.number())));
    var step = "%d.%s".formatted(ticket.level(), event.at());
    outbox.add(List.of(notice(ticket, "asked_higher", step, labels.mail(event.user()), words)));
  }

  private static Notice notice(
      Ticket ticket, String name, String step, String email, NoticeTexts.Words words) {
    return new Notice(
        ticket.id(), ticket.number(), name, step, email, words.subject(), words.body());
  }
}
