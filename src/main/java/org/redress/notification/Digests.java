package org.redress.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people must be told of deadlines, gathered until it goes out in one mail each. */
@Repository
class Digests {

  /** Nothing more has come for so long: the heap is complete. */
  private static final Duration QUIET = Duration.ofSeconds(5);

  /** Nobody waits longer than this for the first of a heap. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final Ids ids;

  Digests(JdbcTemplate batch, JdbcClient jdbc, Ids ids) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /** One deadline, for one person: a user's name. */
  record Line(String recipient, String ticket, String subject, String obligation, Instant dueAt) {}

  void add(List<Line> lines, Instant now) {
    if (lines.isEmpty()) {
      return;
    }
    batch.batchUpdate(
        """
        insert into digest_line (id, recipient, ticket, subject, obligation, due_at, created_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        lines.stream()
            .map(
                line ->
                    new Object[] {
                      ids.next(),
                      line.recipient(),
                      line.ticket(),
                      line.subject(),
                      line.obligation(),
                      Instants.bind(line.dueAt()),
                      Instants.bind(now)
                    })
            .toList());
  }

  /** Who has lines that are complete, or have waited long enough. */
  List<String> ready(Instant now) {
    return jdbc.sql(
            """
            select recipient from digest_line group by recipient
            having max(created_at) <= :quiet or min(created_at) <= :longest
            """)
        .param("quiet", Instants.bind(now.minus(QUIET)))
        .param("longest", Instants.bind(now.minus(LONGEST)))
        .query(String.class)
        .list();
  }

  /** Takes a person's lines away, the longest due first; those that another node takes are not. */
  List<Line> take(String recipient) {
    var locked =
        jdbc.sql("select id from digest_line where recipient = :recipient for update skip locked")
            .param("recipient", recipient)
            .query(Long.class)
            .list();
    if (locked.isEmpty()) {
      return List.of();
    }
    var lines =
        jdbc.sql("select * from digest_line where recipient = :recipient order by due_at, id")
            .param("recipient", recipient)
            .query(
                (row, number) ->
                    new Line(
                        row.getString("recipient"),
                        row.getString("ticket"),
                        row.getString("subject"),
                        row.getString("obligation"),
                        Instants.readPresent(row, "due_at")))
            .list();
    batch.batchUpdate(
        "delete from digest_line where id = ?",
        locked.stream().map(id -> new Object[] {id}).toList());
    return lines;
  }
}
