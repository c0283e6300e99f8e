package org.redress.compensation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.decision.Decisions;
import org.redress.decision.Proposal;
import org.redress.text.Text;
import org.redress.ticket.TicketsOpened;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The offers of the rules. Nothing is paid here: an offer is what an agent may propose. */
@Repository
public class Offers {

  private static final String QUESTION = "compensation";

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final Decisions decisions;

  Offers(JdbcTemplate batch, JdbcClient jdbc, Decisions decisions) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.decisions = decisions;
  }

  /**
   * A compensation option of a ticket.
   *
   * @param kind an answer of the question {@code compensation}, for instance {@code voucher}
   * @param amount in the site's currency; none where money is not the point
   */
  public record Offer(String kind, @Nullable BigDecimal amount, String rule, Text because) {}

  /** Every kind of offer that the rule book in force knows. */
  public Set<String> kinds() {
    return decisions.active().question(QUESTION).map(q -> q.answers().keySet()).orElse(Set.of());
  }

  /** The offers of a ticket, in the order of their kinds. */
  public List<Offer> of(long ticketId) {
    return jdbc.sql("select * from offer where ticket_id = :ticket order by kind")
        .param("ticket", ticketId)
        .query(
            (row, number) ->
                new Offer(
                    row.getString("kind"),
                    row.getBigDecimal("amount"),
                    row.getString("rule"),
                    new Text(row.getString("because_en"), row.getString("because_zh"))))
        .list();
  }

  /** Writes the offers of new tickets in one round trip. */
  @EventListener
  void propose(TicketsOpened event) {
    var rows = new ArrayList<Object[]>();
    for (var opened : event.tickets()) {
      var answer = opened.decision().answer(QUESTION);
      for (var kind : answer.values()) {
        answer.chosen().stream()
            .filter(proposal -> proposal.answer().equals(kind))
            .findFirst()
            .ifPresent(proposal -> rows.add(row(opened.ticket().id(), proposal)));
      }
    }
    if (!rows.isEmpty()) {
      batch.batchUpdate(
          """
          insert into offer (ticket_id, kind, amount, rule, because_en, because_zh)
          values (?, ?, ?, ?, ?, ?)
          """,
          rows);
    }
  }

  private static Object[] row(long ticketId, Proposal proposal) {
    var amount = proposal.detail() == null ? null : new BigDecimal(proposal.detail());
    var because = proposal.because();
    return new Object[] {
      ticketId, proposal.answer(), amount, proposal.rule(), because.en(), because.zh()
    };
  }
}
