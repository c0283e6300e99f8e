package org.redress.compensation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.decision.Decision;
import org.redress.decision.Decisions;
import org.redress.decision.Proposal;
import org.redress.text.Text;
import org.redress.ticket.AskingAgain;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketChanged;
import org.redress.ticket.TicketChanged.Kind;
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
  private final AskingAgain askingAgain;

  Offers(JdbcTemplate batch, JdbcClient jdbc, Decisions decisions, AskingAgain askingAgain) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.decisions = decisions;
    this.askingAgain = askingAgain;
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
      rows.addAll(rows(opened.ticket(), opened.decision()));
    }
    insert(rows);
  }

  /** A complaint that was understood otherwise deserves other offers; what was given stays. */
  @EventListener
  void proposeAnew(TicketChanged event) {
    if (event.kind() == Kind.CORRECTED) {
      var again = askingAgain.about(List.of(event.ticket())).get(event.ticket().id());
      if (again != null) {
        jdbc.sql("delete from offer where ticket_id = ?").param(event.ticket().id()).update();
        insert(rows(event.ticket(), again));
      }
    }
  }

  private static List<Object[]> rows(Ticket ticket, Decision decision) {
    var rows = new ArrayList<Object[]>();
    var answer = decision.answer(QUESTION);
    for (var kind : answer.values()) {
      answer.chosen().stream()
          .filter(proposal -> proposal.answer().equals(kind))
          .findFirst()
          .ifPresent(proposal -> rows.add(row(ticket.id(), proposal)));
    }
    return rows;
  }

  private void insert(List<Object[]> rows) {
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
