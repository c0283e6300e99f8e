package org.redress.access.presence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is on duty, who was last here when, and which language each reads. */
@Repository
public class Presences {

  private final JdbcClient jdbc;
  private final Clock clock;

  Presences(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Whether somebody works now.
   *
   * @param seenAt the last time on a screen, to the minute; none before the first
   */
  public record Presence(String name, boolean onDuty, @Nullable Instant seenAt) {}

  /** Everyone who ever had an account. */
  public List<Presence> all() {
    return jdbc.sql("select name, available, seen_at from app_user").query(Presences::read).list();
  }

  /** Notes that somebody opened a screen. */
  public void seen(String name) {
    jdbc.sql("update app_user set seen_at = ? where name = ?")
        .params(Instants.bind(clock.instant()), name)
        .update();
  }

  /** The language somebody chose, such as {@code zh_CN}; none before a choice. */
  public Optional<String> language(String name) {
    return jdbc.sql("select language from app_user where name = ? and language is not null")
        .param(name)
        .query(String.class)
        .optional();
  }

  /** Keeps somebody's language. */
  public void chooseLanguage(String name, String language) {
    jdbc.sql("update app_user set language = ? where name = ?").params(language, name).update();
  }

  private static Presence read(ResultSet row, int number) throws SQLException {
    return new Presence(
        row.getString("name"), row.getBoolean("available"), Instants.read(row, "seen_at"));
  }
}
