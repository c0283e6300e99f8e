package org.redress.deadline.tracker;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.redress.deadline.Deadline;
import org.redress.deadline.Deadlines;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The deadlines whose next step has come. */
@Repository
class DueSteps {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private final JdbcClient jdbc;

  DueSteps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A deadline and the ticket that must be locked before it is touched. */
  record Claim(long deadlineId, long ticketId) {}

  /** Oldest first. */
  List<Claim> find(Instant now, int most) {
    return jdbc.sql(
            """
            select id, ticket_id from deadline where next_at <= :now order by next_at, id limit :most
            """)
        .param("now", Instants.bind(now))
        .param("most", most)
        .query((row, number) -> new Claim(row.getLong("id"), row.getLong("ticket_id")))
        .list();
  }

  /** Those of them that are still due, now that their tickets are locked. */
  List<Deadline> stillDue(Collection<Long> ids, Instant now) {
    return jdbc.sql("select * from deadline where id in (:ids) and next_at <= :now")
        .param("ids", ids)
        .param("now", Instants.bind(now))
        .query(Deadlines::read)
        .list();
  }

  /** A step failed: it is tried again later, and the ticket shows why. */
  void failed(long deadlineId, Instant now, String trouble) {
    var attempts =
        jdbc.sql("select attempts from deadline where id = :id")
            .param("id", deadlineId)
            .query(Integer.class)
            .single();
    var wait = Duration.ofSeconds(1L << Math.min(attempts, 10));
    var next = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    jdbc.sql(
            """
            update deadline set attempts = attempts + 1, trouble = :trouble, next_at = :next
            where id = :id
            """)
        .param("trouble", trouble.substring(0, Math.min(1000, trouble.length())))
        .param("next", Instants.bind(next))
        .param("id", deadlineId)
        .update();
  }
}
