package org.redress.decision;

import java.time.Instant;
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

  /** Keeps the decisions of new tickets, by ticket id, in one round trip. */
  public void keep(Map<Long, Decision> byTicket, Instant at) {
    batch.batchUpdate(
        "insert into decision (ticket_id, rule_book, decided_at, document) values (?, ?, ?, ?)",
        byTicket.entrySet().stream()
            .map(
                e ->
                    new Object[] {
                      e.getKey(),
                      e.getValue().ruleBook(),
                      Instants.bind(at),
                      json.writeValueAsString(e.getValue())
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
}
