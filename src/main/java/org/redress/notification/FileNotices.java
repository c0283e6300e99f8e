package org.redress.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.complaint.Attachment;
import org.redress.complaint.Attachment.State;
import org.redress.customer.Customers;
import org.redress.notification.outbox.Outbox;
import org.redress.notification.outbox.Outbox.Notice;
import org.redress.notification.text.Labels;
import org.redress.notification.text.NoticeTexts;
import org.redress.text.Text;
import org.redress.ticket.work.FilesNotTaken;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells customers which of their files were not taken, and why. */
@Component
class FileNotices {

  private static final String NAME = "files_not_taken";

  private static final Map<State, Text> REASONS =
      Map.of(
          State.TOO_LARGE, new Text("it is too large", "文件过大"),
          State.TOO_MANY, new Text("there were too many files in one message", "一次发送的文件过多"),
          State.NOT_ALLOWED, new Text("we do not take files of this kind", "我们不接收此类文件"),
          State.INFECTED, new Text("our scanner found a virus in it", "检测到该文件含有病毒"));

  private final Outbox outbox;
  private final NoticeTexts texts;
  private final Labels labels;
  private final Customers customers;

  FileNotices(Outbox outbox, NoticeTexts texts, Labels labels, Customers customers) {
    this.outbox = outbox;
    this.texts = texts;
    this.labels = labels;
    this.customers = customers;
  }

  @EventListener
  void tell(FilesNotTaken event) {
    var ticket = event.ticket();
    var customer = customers.find(ticket.customerId()).orElseThrow();
    if (customer.email() == null) {
      return;
    }
    var values = new HashMap<String, String>();
    values.put("name", customer.name() == null ? "" : customer.name());
    values.put("ticket", ticket.number());
    values.put("files", lines(event.files(), ticket.language()));
    var words = texts.render(NAME, ticket.language(), values);
    outbox.add(
        List.of(
            new Notice(
                ticket.id(),
                ticket.number(),
                NAME,
                event.sourceId() + " " + event.files().get(0).state().key(),
                customer.email(),
                words.subject(),
                words.body())));
  }

  /** A line for each file that was not taken; empty when all were. */
  static String lines(List<Attachment> files, String language) {
    return files.stream()
        .filter(file -> REASONS.containsKey(file.state()))
        .map(file -> "- " + file.name() + ": " + REASONS.get(file.state()).in(language))
        .distinct()
        .collect(Collectors.joining("\n"));
  }
}
