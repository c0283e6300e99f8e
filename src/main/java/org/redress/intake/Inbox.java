package org.redress.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.redress.intake.Envelope.Format;
import org.redress.intake.figures.ChannelTally;
import org.redress.intake.figures.Outcome;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.redress.text.Text;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything received and not yet, or no longer, being worked on. Rows are never deleted. */
@Repository
class Inbox {

  /**
   * A message and its place in the inbox.
   *
   * @param triedAgain whether it was tried before, and failed or waited on the failure desk
   * @param wanted whether somebody looked at it and wants a ticket, whoever wrote it
   */
  record Received(
      long id,
      String receipt,
      int attempts,
      boolean triedAgain,
      boolean wanted,
      Instant storedAt,
      Envelope envelope) {

    String channel() {
      return envelope.channel();
    }

    /** A mail has lain in its mailbox; when the rest was said is not when it reached us. */
    Instant arrivedAt() {
      return envelope.format() == Format.MAIL ? envelope.receivedAt() : storedAt;
    }
  }

  private static final int LONGEST_REASON = 2000;

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final ChannelTally tally;

  Inbox(JdbcTemplate batch, JdbcClient jdbc, Ids ids, Clock clock, ChannelTally tally) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.tally = tally;
  }

  /** The receipts of those messages that are here already, by channel and external id. */
  Map<List<String>, String> receipts(List<Envelope> envelopes) {
    var receipts = new HashMap<List<String>, String>();
    jdbc.sql(
            """
            select channel, external_id, receipt from inbox
            where channel in (:channels) and external_id in (:ids)
            """)
        .param("channels", envelopes.stream().map(Envelope::channel).distinct().toList())
        .param("ids", envelopes.stream().map(Envelope::externalId).distinct().toList())
        .query(
            row -> {
              receipts.put(
                  List.of(row.getString("channel"), row.getString("external_id")),
                  row.getString("receipt"));
            });
    return receipts;
  }

  /** Stores messages under their receipts, in one round trip. */
  void store(Map<Envelope, String> receipts) {
    store(receipts, "waiting", Map.of());
  }

  /** Stores messages that wait on the failure desk, each with its reason, in one round trip. */
  void storeParked(Map<Envelope, String> receipts, Map<Envelope, Text> reasons) {
    tally.count(store(receipts, "parked", reasons), Outcome.PARKED);
  }

  /** Stores messages that need no ticket, each with its reason, in one round trip. */
  void storeAside(Map<Envelope, String> receipts, Map<Envelope, Text> reasons) {
    tally.count(store(receipts, "aside", reasons), Outcome.IGNORED);
  }

  private List<String> store(
      Map<Envelope, String> receipts, String status, Map<Envelope, Text> reasons) {
    var now = Instants.bind(clock.instant());
    var rows = new ArrayList<Object[]>();
    receipts.forEach(
        (envelope, receipt) -> {
          var reason = reasons.get(envelope);
          rows.add(
              new Object[] {
                ids.next(),
                envelope.channel(),
                envelope.externalId(),
                receipt,
                envelope.format().name(),
                envelope.payload(),
                Instants.bind(envelope.receivedAt()),
                status,
                now,
                now,
                reason == null ? null : shortened(reason.en()),
                reason == null ? null : shortened(reason.zh())
              });
        });
    batch.batchUpdate(
        """
        insert into inbox (id, channel, external_id, receipt, format, payload, received_at, status,
                           attempts, next_at, stored_at, reason, reason_zh)
        values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)
        """,
        rows);
    var channels = receipts.keySet().stream().map(Envelope::channel).toList();
    tally.count(channels, Outcome.RECEIVED);
    return channels;
  }

  /** Locks waiting messages until the transaction ends; other workers pass them over. */
  List<Received> claim(int most) {
    return jdbc.sql(
            """
            select * from inbox where status = 'waiting' and next_at <= :now
            order by next_at, id limit :most for update skip locked
            """)
        .param("now", Instants.bind(clock.instant()))
        .param("most", most)
        .query(Inbox::received)
        .list();
  }

  /** Locks one waiting message, unless another worker has it. */
  Optional<Received> claimOne(long id) {
    return jdbc.sql(
            "select * from inbox where id = :id and status = 'waiting' for update skip locked")
        .param("id", id)
        .query(Inbox::received)
        .optional();
  }

  private static Received received(ResultSet row, int number) throws SQLException {
    return new Received(
        row.getLong("id"),
        row.getString("receipt"),
        row.getInt("attempts"),
        row.getString("reason") != null,
        row.getBoolean("wanted"),
        Instants.readPresent(row, "stored_at"),
        new Envelope(
            row.getString("channel"),
            row.getString("external_id"),
            Format.valueOf(row.getString("format")),
            Instants.readPresent(row, "received_at"),
            Optional.ofNullable(row.getBytes("edited")).orElse(row.getBytes("payload"))));
  }

  /** Notes that tickets were made of messages, or that they joined some. */
  void done(List<Received> rows, Outcome outcome) {
    if (rows.isEmpty()) {
      return;
    }
    batch.batchUpdate(
        "update inbox set status = 'done' where id = ?",
        rows.stream().map(row -> new Object[] {row.id()}).toList());
    count(rows, outcome);
  }

  private void count(List<Received> rows, Outcome outcome) {
    tally.count(rows.stream().map(Received::channel).toList(), outcome);
    if (outcome == Outcome.TICKET) {
      var now = clock.instant();
      rows.stream()
          .collect(
              Collectors.groupingBy(
                  Received::channel,
                  Collectors.mapping(
                      row -> Duration.between(row.arrivedAt(), now), Collectors.toList())))
          .forEach(tally::lag);
    }
  }

  /** Sets a message aside that needs no ticket, for instance a vacation note. */
  void setAside(Received row, Text reason) {
    update(row.id(), "aside", row.attempts(), clock.instant(), reason);
    tally.count(row.channel(), Outcome.IGNORED);
  }

  void retryAt(Received row, Instant at, Text reason) {
    update(row.id(), "waiting", row.attempts() + 1, at, reason);
  }

  void park(Received row, Text reason) {
    update(row.id(), "parked", row.attempts() + 1, clock.instant(), reason);
    tally.count(row.channel(), Outcome.PARKED);
  }

  private void update(long id, String status, int attempts, Instant next, Text reason) {
    jdbc.sql(
            """
            update inbox set status = :status, attempts = :attempts, next_at = :next,
                             reason = :reason, reason_zh = :zh where id = :id
            """)
        .param("status", status)
        .param("attempts", attempts)
        .param("next", Instants.bind(next))
        .param("reason", shortened(reason.en()))
        .param("zh", shortened(reason.zh()))
        .param("id", id)
        .update();
  }

  private static String shortened(String reason) {
    return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
  }
}
