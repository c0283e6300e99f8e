package org.redress.ticket.file;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.complaint.Attachment;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.redress.ticket.Tickets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that came to a ticket and were not taken: in its history, and told to the customer. */
@Component
public class RefusedFiles {

  private final Tickets tickets;
  private final Changes changes;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RefusedFiles(
      Tickets tickets,
      Changes changes,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.tickets = tickets;
    this.changes = changes;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Notes those of the files that were not taken on the ticket they came to.
   *
   * @param bySource the files by the complaint or the message they came with
   */
  public void note(Map<Long, List<Attachment>> bySource) {
    bySource.forEach(
        (source, files) -> {
          var refused = files.stream().filter(file -> !file.state().isStored()).toList();
          if (!refused.isEmpty()) {
            numbers(source).stream()
                .flatMap(number -> tickets.find(number).stream())
                .forEach(ticket -> note(ticket, source, refused));
          }
        });
  }

  private void note(Ticket ticket, long source, List<Attachment> files) {
    var names = files.stream().map(Attachment::name).distinct().collect(Collectors.joining(", "));
    changes.note(
        ticket.id(),
        "files_not_taken",
        null,
        names,
        By.person(History.REDRESS, clock.instant(), files.get(0).state().key()));
    events.publishEvent(new FilesNotTaken(ticket, source, files));
  }

  private List<String> numbers(long source) {
    return jdbc.sql(
            """
            select number from ticket where complaint_id = :source
            union
            select t.number from message m join ticket t on t.id = m.ticket_id where m.id = :source
            """)
        .param("source", source)
        .query(String.class)
        .list();
  }
}
