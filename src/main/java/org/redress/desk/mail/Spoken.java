package org.redress.desk.mail;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ticket.Conversation.Message;
import org.redress.ticket.History.Entry;
import org.redress.ticket.work.MailReports;

/** One entry of the conversation: what somebody said, or what came back of what we said. */
public record Spoken(Instant at, @Nullable Message message, @Nullable Entry report) {

  private static final Set<String> REPORTS = Set.of(MailReports.BOUNCED, MailReports.DELAYED);

  /** Both in the order in which they came. */
  static List<Spoken> of(List<Message> messages, List<Entry> history) {
    return Stream.concat(
            messages.stream().map(m -> new Spoken(m.at(), m, null)),
            history.stream()
                .filter(entry -> REPORTS.contains(entry.event()))
                .map(entry -> new Spoken(entry.at(), null, entry)))
        .sorted(Comparator.comparing(Spoken::at))
        .toList();
  }
}
