package org.redress.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants as the two databases take and give them. */
public final class Instants {

  private Instants() {}

  /** The value to bind; {@code null} stays {@code null}. */
  public static @Nullable OffsetDateTime bind(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** Reads a column that may be empty. */
  public static @Nullable Instant read(ResultSet row, String column) throws SQLException {
    var read = row.getObject(column, OffsetDateTime.class);
    return read == null ? null : read.toInstant();
  }

  /** Reads a column that is never empty. */
  public static Instant readPresent(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
