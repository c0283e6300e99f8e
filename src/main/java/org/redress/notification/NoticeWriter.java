package org.redress.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.customer.Customer;
import org.redress.customer.Customers;
import org.redress.deadline.DeadlinesStarted;
import org.redress.deadline.DeadlinesStarted.Started;
import org.redress.deadline.clock.ObligationNames;
import org.redress.notification.outbox.Outbox;
import org.redress.notification.outbox.Outbox.Notice;
import org.redress.notification.text.Labels;
import org.redress.notification.text.NoticeTexts;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketsOpened.Opened;
import org.redress.ticket.file.FilesNotTaken;
import org.redress.ticket.work.TicketWork.ReplyWritten;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes into the outbox what people must be told, inside the transaction that makes it true. */
@Component
class NoticeWriter {

  private static final String NOT_ESCALATED = "none";
  private static final int EXCERPT = 300;

  private final Outbox outbox;
  private final NoticeTexts texts;
  private final Labels labels;
  private final Customers customers;
  private final ObligationNames names;

  NoticeWriter(
      Outbox outbox, NoticeTexts texts, Labels labels, Customers customers, ObligationNames names) {
    this.outbox = outbox;
    this.texts = texts;
    this.labels = labels;
    this.customers = customers;
    this.names = names;
  }

  @EventListener
  void acknowledgeAndEscalate(DeadlinesStarted event) {
    var notices = new ArrayList<Notice>();
    for (var started : event.tickets()) {
      if (started.opened().customer().email() != null) {
        notices.add(acknowledgement(started));
      }
      if (!started.opened().ticket().verdict().escalation().equals(NOT_ESCALATED)) {
        notices.addAll(escalated(started));
      }
    }
    outbox.add(notices);
  }

  private Notice acknowledgement(Started started) {
    var opened = started.opened();
    var ticket = opened.ticket();
    var language = ticket.language();
    var due = started.due("propose_solution").map(at -> labels.time(at, language)).orElse("–");
    var files = FilesNotTaken.lines(opened.complaint().attachments(), language);
    var values =
        Map.of(
            "name", orEmpty(opened.customer().name()),
            "files", files,
            "receipt", opened.complaint().receipt(),
            "status_url", labels.statusUrl(opened.complaint().receipt()),
            "category", understood(opened, language),
            "solution_due", due,
            "legal", legal(started, language),
            "ticket", ticket.number());
    return notice(ticket, "acknowledgement", "1", opened.customer().email(), language, values);
  }

  /** What it is about; nothing when no rule knew. */
  private String understood(Opened opened, String language) {
    return opened.decision().answer("category").noRuleAnswered()
        ? ""
        : labels.answer("category", opened.ticket().verdict().category(), language);
  }

  /** What the law wants the customer to be told, a sentence each. */
  private String legal(Started started, String language) {
    return started.deadlines().stream()
        .filter(deadline -> deadline.dueAt() != null)
        .flatMap(
            deadline ->
                names.wording(deadline.obligation()).stream()
                    .map(
                        wording ->
                            wording
                                .in(language)
                                .replace("{due}", labels.time(deadline.dueAt(), language))))
        .collect(Collectors.joining("\n"));
  }

  private List<Notice> escalated(Started started) {
    var ticket = started.opened().ticket();
    var language = labels.staffLanguage();
    var verdict = ticket.verdict();
    var text = started.opened().complaint().text().strip();
    var values =
        Map.of(
            "ticket", ticket.number(),
            "escalation", labels.answer("escalation", verdict.escalation(), language),
            "category", labels.answer("category", verdict.category(), language),
            "severity", labels.answer("severity", verdict.severity(), language),
            "emotion", labels.answer("emotion", verdict.emotion(), language),
            "customer", started.opened().customer().displayName(),
            "next_due", nearest(started, language),
            "excerpt", text.substring(0, Math.min(EXCERPT, text.length())),
            "link", labels.ticketUrl(ticket.number()));
    return labels.ladder(ticket.team()).stream()
        .map(
            rung ->
                notice(ticket, "escalated", "opened", labels.mail(rung.user()), language, values))
        .toList();
  }

  private String nearest(Started started, String language) {
    return started.deadlines().stream()
        .filter(deadline -> deadline.isOpen() && deadline.dueAt() != null)
        .map(deadline -> deadline.dueAt())
        .min(Instant::compareTo)
        .map(at -> labels.time(at, language))
        .orElse("–");
  }

  @EventListener
  void sendReply(ReplyWritten event) {
    var ticket = event.ticket();
    var email = customers.find(ticket.customerId()).map(Customer::email).orElse(null);
    if (email != null) {
      var values =
          Map.of(
              "text", event.message().text(),
              "ticket", ticket.number(),
              "status_url", labels.statusUrlOfTicket(ticket.id()));
      var step = String.valueOf(event.message().id());
      outbox.add(List.of(notice(ticket, "reply", step, email, ticket.language(), values)));
    }
  }

  private Notice notice(
      Ticket ticket,
      String name,
      String step,
      String recipient,
      String language,
      Map<String, String> values) {
    var words = texts.render(name, language, values);
    return new Notice(
        ticket.id(), ticket.number(), name, step, recipient, words.subject(), words.body());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
