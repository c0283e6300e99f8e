package org.redress.decision;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Decisions on record, whole, as they were made: what explains a ticket for ever. */
@Repository
public class DecisionRecords {

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final JsonMapper json;

  DecisionRecords(JdbcTemplate batch, JdbcClient jdbc, JsonMapper json) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A new ticket's decision with the complaint it was made on. */
  public record Made(long ticketId, long complaintId, Decision decision) {}

  /** Keeps the decisions of new tickets in one round trip. */
  public void keep(List<Made> made, Instant at) {
    batch.batchUpdate(
        """
        insert into decision (ticket_id, complaint_id, team, rule_book, decided_at, document)
        values (?, ?, ?, ?, ?, ?)
        """,
        made.stream()
            .map(
                m ->
                    new Object[] {
                      m.ticketId(),
                      m.complaintId(),
                      m.decision().the("team"),
                      m.decision().ruleBook(),
                      Instants.bind(at),
                      json.writeValueAsString(m.decision())
                    })
            .toList());
  }

  /** The decision that opened a ticket. */
  public Optional<Decision> of(long ticketId) {
    return jdbc.sql("select document from decision where ticket_id = :ticket")
        .param("ticket", ticketId)
        .query(String.class)
        .optional()
        .map(document -> json.readValue(document, Decision.class));
  }

  /** A decision on record with the complaint it was made on, as rules are shown it. */
  public record Recorded(Decision decision, Case complaint) {}

  /** The decisions that opened tickets, by ticket; those that are on record. */
  public Map<Long, Recorded> cases(Collection<Long> ticketIds) {
    var found = new HashMap<Long, Recorded>();
    jdbc.sql(
            """
            select d.ticket_id, d.document, c.subject, c.text from decision d
            join complaint c on c.id = d.complaint_id where d.ticket_id in (:tickets)
            """)
        .param("tickets", ticketIds)
        .query(
            row -> {
              var decision = json.readValue(row.getString("document"), Decision.class);
              var text = Case.wholeText(row.getString("subject"), row.getString("text"));
              found.put(
                  row.getLong("ticket_id"),
                  new Recorded(decision, new Case(text, decision.circumstances())));
            });
    return found;
  }
}
