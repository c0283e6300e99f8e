package org.redress.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.deadline.reckoning.Moments;
import org.redress.storage.Instants;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads from the history what clocks go by. */
@Repository
public class TicketMoments {

  private final JdbcClient jdbc;
  private final History history;

  TicketMoments(JdbcClient jdbc, History history) {
    this.jdbc = jdbc;
    this.history = history;
  }

  /** What happened to a ticket. */
  public Moments of(Ticket ticket) {
    return of(List.of(ticket)).get(ticket.id());
  }

  /** When a ticket was merged into another, the last time. */
  public Optional<Instant> merged(Ticket ticket) {
    var entries = history.of(List.of(ticket.id()), List.of("merged_into")).get(ticket.id());
    return entries == null ? Optional.empty() : Optional.of(entries.get(entries.size() - 1).at());
  }

  /** What happened to tickets, by ticket; two round trips. */
  public Map<Long, Moments> of(Collection<Ticket> tickets) {
    var ids = tickets.stream().map(Ticket::id).toList();
    var received = received(ids);
    var histories = history.of(ids, Moments.EVENTS);
    var moments = new HashMap<Long, Moments>();
    for (var ticket : tickets) {
      var arrived = received.getOrDefault(ticket.id(), ticket.createdAt());
      moments.put(
          ticket.id(),
          Moments.of(arrived, ticket.createdAt(), histories.getOrDefault(ticket.id(), List.of())));
    }
    return moments;
  }

  /** When the complaints arrived; of merged tickets, the first of them. */
  private Map<Long, Instant> received(Collection<Long> ids) {
    var received = new HashMap<Long, Instant>();
    jdbc.sql(
            """
            select part.id, min(part.received_at) as received from (
              select t.id, c.received_at from ticket t
              join complaint c on c.id = t.complaint_id
              where t.id in (:ids)
              union all
              select t.id, c.received_at from ticket t
              join ticket merged on merged.merged_into = t.number
              join complaint c on c.id = merged.complaint_id
              where t.id in (:ids)
            ) part group by part.id
            """)
        .param("ids", ids)
        .query(
            row -> {
              received.put(row.getLong("id"), Instants.readPresent(row, "received"));
            });
    return received;
  }
}
