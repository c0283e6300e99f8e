package org.redress.notification;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.customer.Customers;
import org.redress.customer.Undeliverable;
import org.redress.notification.outbox.Outbox;
import org.redress.notification.outbox.Outbox.Notice;
import org.redress.notification.text.Labels;
import org.redress.notification.text.NoticeTexts;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.redress.ticket.aftercare.CustomerNotReached;
import org.redress.ticket.aftercare.SurveyAsked;
import org.redress.ticket.file.FilesNotTaken;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes to customers after they have the result: how did it go, and that we rang in vain. */
@Component
class CustomerNotices {

  private final Outbox outbox;
  private final NoticeTexts texts;
  private final Labels labels;
  private final Readers readers;

  CustomerNotices(Outbox outbox, NoticeTexts texts, Labels labels, Readers readers) {
    this.outbox = outbox;
    this.texts = texts;
    this.labels = labels;
    this.readers = readers;
  }

  /** Who is written to, and whether mails reach them. */
  @Component
  record Readers(Customers customers, Undeliverable undeliverable, Changes changes, Clock clock) {

    /** Whether a mail would be in vain; then the ticket says that none was sent. */
    boolean missOut(Ticket ticket, String name, String address) {
      var flag = undeliverable.of(address);
      flag.ifPresent(
          known ->
              changes.note(
                  ticket.id(),
                  "notice_withheld",
                  null,
                  name + ": " + address,
                  By.person(History.REDRESS, clock.instant(), known.diagnostic())));
      return flag.isPresent();
    }
  }

  @EventListener
  void ask(SurveyAsked event) {
    var language = event.ticket().language();
    write(
        event.ticket(), "survey", Map.of("survey_url", labels.surveyUrl(event.token(), language)));
  }

  @EventListener
  void regret(CustomerNotReached event) {
    write(event.ticket(), "not_reached", Map.of());
  }

  @EventListener
  void tell(FilesNotTaken event) {
    var files = FilesNotTaken.lines(event.files(), event.ticket().language());
    var step = event.sourceId() + " " + event.files().get(0).state().key();
    write(event.ticket(), "files_not_taken", step, Map.of("files", files));
  }

  private void write(Ticket ticket, String name, Map<String, String> more) {
    write(ticket, name, String.valueOf(ticket.round()), more);
  }

  private void write(Ticket ticket, String name, String step, Map<String, String> more) {
    var customer = readers.customers().find(ticket.customerId()).orElseThrow();
    if (customer.email() == null || readers.missOut(ticket, name, customer.email())) {
      return;
    }
    var values = new HashMap<>(more);
    values.put("name", customer.name() == null ? "" : customer.name());
    values.put("ticket", ticket.number());
    values.put("status_url", labels.statusUrlOfTicket(ticket.id()));
    var words = texts.render(name, ticket.language(), values);
    outbox.add(
        List.of(
            new Notice(
                ticket.id(),
                ticket.number(),
                name,
                step,
                customer.email(),
                words.subject(),
                words.body())));
  }
}
