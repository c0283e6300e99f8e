package org.redress.intake.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.redress.intake.call.CallRecord.Outcome;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calls on record, found by number and time. */
@Repository
public class CallBook {

  private static final int BATCH = 500;
  private static final int MOST = 20;
  private static final int TRIES = 3;

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final PhoneNumbers numbers;
  private final CallSettings settings;

  CallBook(
      JdbcTemplate batch, JdbcClient jdbc, Ids ids, PhoneNumbers numbers, CallSettings settings) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.ids = ids;
    this.numbers = numbers;
    this.settings = settings;
  }

  /** Keeps calls, and says how many were new; one that is here already is passed over. */
  int keep(List<CallRecord> calls) {
    int kept = 0;
    for (int from = 0; from < calls.size(); from += BATCH) {
      kept += insert(calls.subList(from, Math.min(from + BATCH, calls.size())));
    }
    return kept;
  }

  private int insert(List<CallRecord> calls) {
    Map<String, CallRecord> byDigest = new LinkedHashMap<>();
    calls.forEach(call -> byDigest.put(digest(call), call));
    for (int tried = 1; ; tried++) {
      try {
        return insertUnknown(byDigest);
      } catch (DuplicateKeyException anotherNodeWasFaster) {
        if (tried == TRIES) {
          throw anotherNodeWasFaster;
        }
      }
    }
  }

  private int insertUnknown(Map<String, CallRecord> byDigest) {
    var known =
        new HashSet<>(
            jdbc.sql("select digest from call_record where digest in (:digests)")
                .param("digests", byDigest.keySet())
                .query(String.class)
                .list());
    var rows = new ArrayList<Object[]>();
    byDigest.forEach(
        (digest, call) -> {
          if (!known.contains(digest)) {
            rows.add(row(digest, call));
          }
        });
    if (!rows.isEmpty()) {
      batch.batchUpdate(
          """
          insert into call_record (id, digest, call_id, caller, called, started_at, seconds,
                                   outcome, recording)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          rows);
    }
    return rows.size();
  }

  private Object[] row(String digest, CallRecord call) {
    var id = call.id();
    return new Object[] {
      ids.next(),
      digest,
      id == null ? null : id.substring(0, Math.min(200, id.length())),
      call.caller(),
      call.called(),
      Instants.bind(call.startedAt()),
      call.seconds(),
      call.outcome().key(),
      call.recording()
    };
  }

  private static String digest(CallRecord call) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(call.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The calls from or to a number while a matter went on, the latest first; at most 20.
   *
   * @param phone as anybody writes it
   * @param began calls up to a while before belong to it as well
   */
  public List<CallRecord> of(String phone, Instant began, Instant until) {
    var number = numbers.normal(phone);
    if (number == null) {
      return List.of();
    }
    return jdbc.sql(
            """
            select * from call_record
            where (caller = :number or called = :number)
              and started_at >= :from and started_at <= :until
            order by started_at desc, id desc limit :most
            """)
        .param("number", number)
        .param("from", Instants.bind(began.minus(settings.window())))
        .param("until", Instants.bind(until))
        .param("most", MOST)
        .query(CallBook::call)
        .list();
  }

  private static CallRecord call(ResultSet row, int number) throws SQLException {
    return new CallRecord(
        row.getString("call_id"),
        row.getString("caller"),
        row.getString("called"),
        Instants.readPresent(row, "started_at"),
        row.getInt("seconds"),
        Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
        row.getString("recording"));
  }
}
