package org.redress.decision.backtest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.decision.Decision;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Complaints on record with their decisions, newest first, a page at a time. */
@Repository
public class PastComplaints {

  private static final Instant ALWAYS = Instant.EPOCH;
  private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

  private final JdbcClient jdbc;
  private final JsonMapper json;

  PastComplaints(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** How many complaints a scope holds. */
  int count(Scope scope) {
    var all =
        jdbc.sql(
                """
                select count(*) from decision d
                where d.decided_at >= :from and d.decided_at < :until
                  and (:team = '' or d.team = :team)
                """)
            .params(bounds(scope))
            .query(Integer.class)
            .single();
    return Math.min(all, scope.last());
  }

  /** The next complaints of a scope, older than {@code after}. */
  List<Past> page(Scope scope, @Nullable Past after, int size) {
    var bounds = bounds(scope);
    bounds.put("at", Instants.bind(after == null ? NEVER : after.decidedAt()));
    bounds.put("id", after == null ? Long.MAX_VALUE : after.ticketId());
    bounds.put("size", size);
    return jdbc.sql(
            """
            select d.ticket_id, d.decided_at, d.document, c.subject, c.text
            from decision d join complaint c on c.id = d.complaint_id
            where d.decided_at >= :from and d.decided_at < :until
              and (:team = '' or d.team = :team)
              and (d.decided_at < :at or d.decided_at = :at and d.ticket_id < :id)
            order by d.decided_at desc, d.ticket_id desc
            limit :size
            """)
        .params(bounds)
        .query((row, number) -> past(row))
        .list();
  }

  /** The complaints that came in last. */
  public List<Past> latest(int count) {
    return page(Scope.last(count), null, count);
  }

  /** The latest complaints that came in since a moment. */
  List<Past> since(Instant moment, int count) {
    return latest(count).stream().filter(past -> !past.decidedAt().isBefore(moment)).toList();
  }

  /** The complaint behind a ticket. */
  public Optional<Past> of(long ticketId) {
    return jdbc.sql(
            """
            select d.ticket_id, d.decided_at, d.document, c.subject, c.text
            from decision d join complaint c on c.id = d.complaint_id
            where d.ticket_id = :ticket
            """)
        .param("ticket", ticketId)
        .query((row, number) -> past(row))
        .optional();
  }

  private Past past(java.sql.ResultSet row) throws java.sql.SQLException {
    var subject = row.getString("subject");
    var text = row.getString("text");
    return new Past(
        row.getLong("ticket_id"),
        subject == null ? text : subject + "\n" + text,
        Instants.readPresent(row, "decided_at"),
        json.readValue(row.getString("document"), Decision.class));
  }

  private static Map<String, Object> bounds(Scope scope) {
    var bounds = new HashMap<String, Object>();
    var from =
        scope.from() == null ? ALWAYS : scope.from().atStartOfDay().toInstant(ZoneOffset.UTC);
    var until =
        scope.until() == null
            ? NEVER
            : scope.until().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    bounds.put("from", Instants.bind(from));
    bounds.put("until", Instants.bind(until));
    bounds.put("team", scope.team() == null ? "" : scope.team());
    return bounds;
  }
}
