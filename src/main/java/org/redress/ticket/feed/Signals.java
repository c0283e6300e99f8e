package org.redress.ticket.feed;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What nodes tell each other by way of the database. */
@Repository
class Signals {

  /** A row may become visible after one with a higher id; so far back is looked again. */
  private static final int LATE = 100;

  private final JdbcClient jdbc;
  private final String node = UUID.randomUUID().toString();
  private final Map<Long, Boolean> heard =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
          return size() > 10 * LATE;
        }
      };
  private long last = -1;

  Signals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Signal(long id, Set<Long> tickets) {}

  void send(Collection<Long> tickets, Instant at) {
    jdbc.sql("insert into ticket_signal (node, at, tickets) values (:node, :at, :tickets)")
        .param("node", node)
        .param("at", Instants.bind(at))
        .param("tickets", tickets.stream().map(String::valueOf).collect(Collectors.joining(",")))
        .update();
  }

  /** The tickets that other nodes changed since they were asked for last. */
  Set<Long> heard() {
    if (last < 0) {
      last = jdbc.sql("select coalesce(max(id), 0) from ticket_signal").query(Long.class).single();
    }
    var fresh =
        jdbc
            .sql(
                """
                select id, tickets from ticket_signal where id > :id and node <> :node
                order by id
                """)
            .param("id", last - LATE)
            .param("node", node)
            .query((row, n) -> new Signal(row.getLong("id"), ids(row.getString("tickets"))))
            .list()
            .stream()
            .filter(signal -> heard.put(signal.id(), true) == null)
            .toList();
    fresh.forEach(signal -> last = Math.max(last, signal.id()));
    return fresh.stream().flatMap(s -> s.tickets().stream()).collect(Collectors.toSet());
  }

  private static Set<Long> ids(String tickets) {
    return Arrays.stream(tickets.split(",")).map(Long::valueOf).collect(Collectors.toSet());
  }

  void forget(Instant before) {
    jdbc.sql("delete from ticket_signal where at < :before")
        .param("before", Instants.bind(before))
        .update();
  }
}
