package org.redress.intake.failure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redress.intake.Envelope.Format;
import org.redress.intake.failure.Failure.State;
import org.redress.intake.failure.Failure.Step;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.redress.text.Text;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The part of the inbox that people look after. */
@Repository
class FailureRows {

  private static final String MATCHING =
      """
      from inbox where status = :state and (:channel = '' or channel = :channel)
        and (lower(coalesce(reason, '')) like :q escape '!'
             or coalesce(reason_zh, '') like :q escape '!'
             or lower(external_id) like :q escape '!')
      """;

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final Ids ids;

  FailureRows(JdbcTemplate batch, JdbcClient jdbc, Ids ids) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.ids = ids;
  }

  List<Failure> list(FailureFilter filter, int from, int most) {
    return matching("select * " + MATCHING + " order by next_at desc, id desc", filter)
        .param("from", from)
        .param("most", most)
        .query(FailureRows::failure)
        .list();
  }

  long count(FailureFilter filter) {
    return matching("select count(*) " + MATCHING, filter).query(Long.class).single();
  }

  List<Long> ids(FailureFilter filter, int most) {
    return matching("select id " + MATCHING + " order by id", filter)
        .param("from", 0)
        .param("most", most)
        .query(Long.class)
        .list();
  }

  private JdbcClient.StatementSpec matching(String sql, FailureFilter filter) {
    var limited = sql.contains("order by") ? sql + " limit :most offset :from" : sql;
    return jdbc.sql(limited)
        .param("state", filter.state().key())
        .param("channel", filter.channel())
        .param("q", filter.pattern());
  }

  List<String> channels(State state) {
    return jdbc.sql("select distinct channel from inbox where status = :state order by channel")
        .param("state", state.key())
        .query(String.class)
        .list();
  }

  Optional<Failure> find(long id) {
    return jdbc.sql(
            """
            select * from inbox where id = :id and status in ('parked', 'discarded', 'aside')
            """)
        .param("id", id)
        .query(FailureRows::failure)
        .optional();
  }

  private static Failure failure(ResultSet row, int number) throws SQLException {
    var reason = Optional.ofNullable(row.getString("reason")).orElse("");
    var zh = row.getString("reason_zh");
    return new Failure(
        row.getLong("id"),
        row.getString("channel"),
        row.getString("external_id"),
        Format.valueOf(row.getString("format")),
        Instants.readPresent(row, "received_at"),
        Instants.readPresent(row, "next_at"),
        State.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getInt("attempts"),
        row.getInt("edits"),
        new Text(reason, zh == null ? reason : zh));
  }

  /** The message as it came. */
  byte[] original(long id) {
    return bytes("payload", id);
  }

  /** The message as it is tried next. */
  byte[] current(long id) {
    return bytes("coalesce(edited, payload)", id);
  }

  private byte[] bytes(String column, long id) {
    return jdbc.sql("select %s from inbox where id = :id".formatted(column))
        .param("id", id)
        .query(byte[].class)
        .single();
  }

  /** Whether it was saved: still parked, and nobody edited it meanwhile. */
  boolean edit(long id, int edits, byte[] content) {
    return jdbc.sql(
                """
                update inbox set edited = :content, edits = edits + 1
                where id = :id and status = 'parked' and edits = :edits
                """)
            .param("content", content)
            .param("id", id)
            .param("edits", edits)
            .update()
        == 1;
  }

  /** Those messages that were where they should be and have moved; each moves once. */
  List<Long> move(List<Long> messages, Move move, Instant now) {
    var counts =
        batch.batchUpdate(
            """
            update inbox set status = ?, next_at = ?,
                             attempts = case when ? = 'waiting' then 0 else attempts end,
                             wanted = (wanted or status = 'aside')
            where id = ? and status = ?
            """,
            messages.stream()
                .map(id -> new Object[] {move.to(), Instants.bind(now), move.to(), id, move.from()})
                .toList());
    var moved = new ArrayList<Long>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 1) {
        moved.add(messages.get(i));
      }
    }
    return moved;
  }

  void note(List<Long> messages, Step step) {
    batch.batchUpdate(
        "insert into failure_step (id, inbox_id, at, actor, action, note) values (?, ?, ?, ?, ?, ?)",
        messages.stream()
            .map(
                id ->
                    new Object[] {
                      ids.next(),
                      id,
                      Instants.bind(step.at()),
                      step.actor(),
                      step.action(),
                      step.note()
                    })
            .toList());
  }

  List<Step> steps(long id) {
    return jdbc.sql("select * from failure_step where inbox_id = :id order by at, id")
        .param("id", id)
        .query(
            (row, number) ->
                new Step(
                    Instants.readPresent(row, "at"),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getString("note")))
        .list();
  }
}
