package org.redress.demo;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the file of H2 small while a demo year is written: a year that is torn off is made anew, so
 * room in the file may be used again at once. At the end it is made as small as it can be. Other
 * databases need none of this.
 */
final class SmallFile {

  private final JdbcTemplate jdbc;
  private final boolean isH2;

  SmallFile(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    ConnectionCallback<String> name = c -> c.getMetaData().getDatabaseProductName();
    this.isH2 = "H2".equals(jdbc.execute(name));
  }

  void begin() {
    if (isH2) {
      jdbc.execute("set retention_time 0");
    }
  }

  /** Nothing can be written afterwards. */
  void end() {
    if (isH2) {
      jdbc.execute("set retention_time 45000");
      jdbc.execute("shutdown compact");
    }
  }
}
