package org.redress.intake.health;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.redress.intake.health.ChannelIncident.Kind;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.redress.text.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Channels that were found silent or failing. Of one matter at most one is open, on all nodes. */
@Repository
class Incidents {

  private static final int LONGEST_LINE = 990;

  private final JdbcClient jdbc;
  private final Ids ids;

  Incidents(JdbcClient jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /** An open incident. */
  record Open(long id, String channel, Kind kind, Text problem, Instant openedAt) {}

  /** Whether an open incident was found again. */
  boolean seen(String channel, Kind kind, Instant now) {
    return jdbc.sql("update channel_incident set seen_at = :now where open_key = :key")
            .param("now", Instants.bind(now))
            .param("key", key(channel, kind))
            .update()
        == 1;
  }

  /**
   * Opens an incident and gives its id.
   *
   * @throws org.springframework.dao.DuplicateKeyException when another node was faster
   */
  long open(String channel, Kind kind, Text problem, Instant now) {
    var id = ids.next();
    jdbc.sql(
            """
            insert into channel_incident (id, channel, kind, detail, opened_at, seen_at, open_key)
            values (:id, :channel, :kind, :detail, :now, :now, :key)
            """)
        .param("id", id)
        .param("channel", channel)
        .param("kind", kind.key())
        .param("detail", detail(problem))
        .param("now", Instants.bind(now))
        .param("key", key(channel, kind))
        .update();
    return id;
  }

  /** Open incidents that no node has found since then. */
  List<Open> unseenSince(Instant time) {
    return jdbc.sql("select * from channel_incident where closed_at is null and seen_at < :time")
        .param("time", Instants.bind(time))
        .query(
            (row, number) ->
                new Open(
                    row.getLong("id"),
                    row.getString("channel"),
                    Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                    problem(row.getString("detail")),
                    Instants.readPresent(row, "opened_at")))
        .list();
  }

  /** Whether this call closed it. */
  boolean close(long id, Instant now) {
    return jdbc.sql(
                """
                update channel_incident set closed_at = :now, open_key = null
                where id = :id and closed_at is null
                """)
            .param("now", Instants.bind(now))
            .param("id", id)
            .update()
        == 1;
  }

  /** The channels that are silent now. */
  List<String> silent() {
    return jdbc.sql(
            "select channel from channel_incident where closed_at is null and kind = 'silent'")
        .query(String.class)
        .list();
  }

  /** A line a language. */
  private static String detail(Text problem) {
    return line(problem.en()) + "\n" + line(problem.zh());
  }

  private static String line(String words) {
    return words.replace('\n', ' ').substring(0, Math.min(LONGEST_LINE, words.length()));
  }

  private static Text problem(String detail) {
    var lines = detail.split("\n", 2);
    return new Text(lines[0], lines[lines.length - 1]);
  }

  private static String key(String channel, Kind kind) {
    return kind.key() + " " + channel;
  }
}
