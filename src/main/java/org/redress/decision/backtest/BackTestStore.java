package org.redress.decision.backtest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.redress.decision.backtest.BackTest.Status;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Back-tests on record, so that every node shows them and they outlive a restart. */
@Repository
class BackTestStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Ids ids;
  private final Clock clock;

  BackTestStore(JdbcClient jdbc, JsonMapper json, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  BackTest begin(String oldVersion, String newVersion, Scope scope, String actor, int total) {
    var id = ids.next();
    jdbc.sql(
            """
            insert into rule_backtest (id, old_version, new_version, scope, actor, started_at,
              status, done, total)
            values (?, ?, ?, ?, ?, ?, ?, 0, ?)
            """)
        .params(
            id,
            oldVersion,
            newVersion,
            json.writeValueAsString(scope),
            actor,
            Instants.bind(clock.instant()),
            Status.RUNNING.name(),
            total)
        .update();
    return find(id).orElseThrow();
  }

  /**
   * Notes how far a run is.
   *
   * @return whether it shall go on
   */
  boolean progress(long id, int done) {
    return jdbc.sql("update rule_backtest set done = ? where id = ? and status = 'RUNNING'")
            .params(done, id)
            .update()
        == 1;
  }

  void finish(long id, Outcome outcome) {
    jdbc.sql(
            """
            update rule_backtest set status = 'DONE', finished_at = ?, done = ?, outcome = ?
            where id = ? and status = 'RUNNING'
            """)
        .params(
            Instants.bind(clock.instant()), outcome.total(), json.writeValueAsString(outcome), id)
        .update();
  }

  /** Ends a run before its time; one that is over stays as it is. */
  void end(long id, Status status) {
    jdbc.sql(
            """
            update rule_backtest set status = ?, finished_at = ? where id = ? and status = 'RUNNING'
            """)
        .params(status.name(), Instants.bind(clock.instant()), id)
        .update();
  }

  /** Ends all runs that nobody ended. */
  void endAll(Status status) {
    jdbc.sql("update rule_backtest set status = ?, finished_at = ? where status = 'RUNNING'")
        .params(status.name(), Instants.bind(clock.instant()))
        .update();
  }

  Optional<BackTest> find(long id) {
    return jdbc.sql("select * from rule_backtest where id = :id")
        .param("id", id)
        .query(this::backTest)
        .optional();
  }

  Optional<BackTest> latest(String newVersion) {
    return jdbc.sql(
            """
            select * from rule_backtest where new_version = :version
            order by started_at desc, id desc limit 1
            """)
        .param("version", newVersion)
        .query(this::backTest)
        .optional();
  }

  private BackTest backTest(ResultSet row, int number) throws SQLException {
    var outcome = row.getString("outcome");
    return new BackTest(
        row.getLong("id"),
        row.getString("old_version"),
        row.getString("new_version"),
        json.readValue(row.getString("scope"), Scope.class),
        row.getString("actor"),
        Instants.readPresent(row, "started_at"),
        Instants.read(row, "finished_at"),
        Status.valueOf(row.getString("status")),
        row.getInt("done"),
        row.getInt("total"),
        outcome == null ? null : json.readValue(outcome, Outcome.class));
  }
}
