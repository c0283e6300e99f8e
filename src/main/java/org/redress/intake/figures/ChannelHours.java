package org.redress.intake.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What each channel had in each hour. */
@Repository
public class ChannelHours {

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;

  ChannelHours(JdbcTemplate batch, JdbcClient jdbc) {
    this.batch = batch;
    this.jdbc = jdbc;
  }

  /** A channel and the beginning of an hour. */
  record Slot(String channel, Instant hour) {}

  /** What came on top. Not safe for several threads. */
  static final class Delta {

    private final long[] counts = new long[Outcome.values().length];
    private long lagMillis;
    private @Nullable Instant last;

    void add(Outcome outcome, Instant now) {
      counts[outcome.ordinal()]++;
      if (outcome == Outcome.RECEIVED) {
        last = now;
      }
    }

    void addLag(Duration lag) {
      lagMillis += lag.toMillis();
    }

    Delta plus(Delta other) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] += other.counts[i];
      }
      lagMillis += other.lagMillis;
      last = other.last == null ? last : other.last;
      return this;
    }

    private long of(Outcome outcome) {
      return counts[outcome.ordinal()];
    }
  }

  /** Adds up; two nodes that make the same hour at once are told apart by the caller's next try. */
  @Transactional
  void add(Map<Slot, Delta> deltas) {
    batch.batchUpdate(
        """
        merge into channel_hour h using (values (cast(? as varchar(60)),
            cast(? as timestamp with time zone), cast(? as bigint), cast(? as bigint),
            cast(? as bigint), cast(? as bigint), cast(? as bigint), cast(? as bigint),
            cast(? as bigint), cast(? as bigint), cast(? as timestamp with time zone)))
          as n (channel, begins_at, received, tickets, joined, duplicates, ignored, parked, refused,
                lag_millis, last_at)
        on h.channel = n.channel and h.begins_at = n.begins_at
        when matched then update set received = h.received + n.received,
          tickets = h.tickets + n.tickets, joined = h.joined + n.joined,
          duplicates = h.duplicates + n.duplicates, ignored = h.ignored + n.ignored,
          parked = h.parked + n.parked, refused = h.refused + n.refused,
          lag_millis = h.lag_millis + n.lag_millis, last_at = coalesce(n.last_at, h.last_at)
        when not matched then insert (channel, begins_at, received, tickets, joined, duplicates,
          ignored, parked, refused, lag_millis, last_at)
          values (n.channel, n.begins_at, n.received, n.tickets, n.joined, n.duplicates, n.ignored,
          n.parked, n.refused, n.lag_millis, n.last_at)
        """,
        deltas.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList());
  }

  private static Object[] row(Slot slot, Delta delta) {
    return new Object[] {
      slot.channel(),
      Instants.bind(slot.hour()),
      delta.of(Outcome.RECEIVED),
      delta.of(Outcome.TICKET),
      delta.of(Outcome.JOINED),
      delta.of(Outcome.DUPLICATE),
      delta.of(Outcome.IGNORED),
      delta.of(Outcome.PARKED),
      delta.of(Outcome.REFUSED),
      delta.lagMillis,
      Instants.bind(delta.last)
    };
  }

  /** The figures of every channel that had any since then. */
  public Map<String, Figures> since(Instant from) {
    var figures = new TreeMap<String, Figures>();
    jdbc.sql(
            """
            select channel, sum(received) as received, sum(tickets) as tickets,
                   sum(joined) as joined, sum(duplicates) as duplicates, sum(ignored) as ignored,
                   sum(parked) as parked, sum(refused) as refused,
                   sum(lag_millis) as lag_millis, max(last_at) as last_at
            from channel_hour where begins_at >= :from group by channel
            """)
        .param("from", Instants.bind(from))
        .query(
            row -> {
              figures.put(row.getString("channel"), figures(row));
            });
    return figures;
  }

  private static Figures figures(ResultSet row) throws SQLException {
    var tickets = row.getLong("tickets");
    return new Figures(
        row.getLong("received"),
        tickets,
        row.getLong("joined"),
        row.getLong("duplicates"),
        row.getLong("ignored"),
        row.getLong("parked"),
        row.getLong("refused"),
        tickets == 0 ? null : Duration.ofMillis(row.getLong("lag_millis") / tickets),
        Instants.read(row, "last_at"));
  }

  /** How many messages every channel received in each hour since then; hours without are absent. */
  public Map<String, Map<Instant, Long>> received(Instant from) {
    var hours = new HashMap<String, Map<Instant, Long>>();
    jdbc.sql("select channel, begins_at, received from channel_hour where begins_at >= :from")
        .param("from", Instants.bind(from))
        .query(
            row -> {
              hours
                  .computeIfAbsent(row.getString("channel"), channel -> new HashMap<>())
                  .put(Instants.readPresent(row, "begins_at"), row.getLong("received"));
            });
    return hours;
  }
}
