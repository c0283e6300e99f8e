package org.redress.decision.backtest;

import java.util.List;
import org.redress.decision.backtest.Outcome.Different;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What drafts in shadow mode decided on live complaints. */
@Repository
public class ShadowResults {

  private static final int MOST_LISTED = 200;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ShadowResults(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * What a draft decided so far.
   *
   * @param different the complaints decided differently, newest first
   */
  public record Seen(int total, int changed, List<Different> different) {}

  void add(long draftId, String version, Past past, List<Change> changes) {
    jdbc.sql(
            """
            insert into rule_shadow (draft_id, ticket_id, version, at, changes)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            draftId,
            past.ticketId(),
            version,
            Instants.bind(past.decidedAt()),
            changes.isEmpty() ? null : json.writeValueAsString(changes))
        .update();
  }

  boolean has(long draftId, long ticketId) {
    return jdbc.sql("select count(*) from rule_shadow where draft_id = ? and ticket_id = ?")
            .params(draftId, ticketId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** What the draft decided while it said what it says now. */
  public Seen of(long draftId, String version) {
    var counts =
        jdbc.sql(
                """
                select count(*) as total, count(changes) as changed from rule_shadow
                where draft_id = ? and version = ?
                """)
            .params(draftId, version)
            .query((row, number) -> new int[] {row.getInt("total"), row.getInt("changed")})
            .single();
    var different =
        jdbc.sql(
                """
                select ticket_id, changes from rule_shadow
                where draft_id = ? and version = ? and changes is not null
                order by at desc, ticket_id desc limit ?
                """)
            .params(draftId, version, MOST_LISTED)
            .query(
                (row, number) ->
                    new Different(
                        row.getString("ticket_id"),
                        List.of(json.readValue(row.getString("changes"), Change[].class))))
            .list();
    return new Seen(counts[0], counts[1], different);
  }
}
