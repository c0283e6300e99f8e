package org.redress.desk.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ticket.search.TicketRow;

/** A ticket as programs see it in a list. */
record TicketJson(
    String number,
    String subject,
    String status,
    String channel,
    String language,
    String customer,
    String category,
    String cause,
    List<String> demand,
    String emotion,
    String severity,
    String priority,
    String escalation,
    String team,
    @Nullable String owner,
    @JsonProperty("next_deadline") @Nullable Instant nextDeadline,
    boolean overdue,
    @JsonProperty("created_at") Instant createdAt) {

  static TicketJson of(TicketRow row) {
    var ticket = row.ticket();
    var verdict = ticket.verdict();
    return new TicketJson(
        ticket.number(),
        ticket.subject(),
        ticket.status().key(),
        ticket.channel(),
        ticket.language(),
        row.customer(),
        verdict.category(),
        verdict.cause(),
        verdict.demands(),
        verdict.emotion(),
        verdict.severity(),
        verdict.priority(),
        verdict.escalation(),
        ticket.team(),
        ticket.owner(),
        ticket.nextDeadline(),
        row.overdue(),
        ticket.createdAt());
  }
}
