package org.redress.ticket.correction;

import java.util.List;
import org.redress.decision.Case;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tickets whose category people have seen to: corrected ones, and closed ones. */
@Repository
public class LabelledTickets {

  private final JdbcClient jdbc;

  LabelledTickets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One ticket.
   *
   * @param text subject and text together, as the customer wrote them
   * @param category what it is about, after all corrections
   */
  public record LabelledTicket(
      String number, String team, String text, String category, boolean corrected) {}

  /** The newest ones; merged tickets are left out. */
  public List<LabelledTicket> latest(int most) {
    return jdbc.sql(
            """
            select t.number, t.team, t.category, c.subject, c.text,
                   exists (select 1 from correction k
                           where k.ticket_id = t.id and k.question = 'category') as corrected
            from ticket t join complaint c on c.id = t.complaint_id
            where t.merged_into is null
              and (t.status = 'closed'
                   or exists (select 1 from correction k
                              where k.ticket_id = t.id and k.question = 'category'))
            order by t.id desc limit :most
            """)
        .param("most", most)
        .query(
            (row, number) ->
                new LabelledTicket(
                    row.getString("number"),
                    row.getString("team"),
                    Case.wholeText(row.getString("subject"), row.getString("text")),
                    row.getString("category"),
                    row.getBoolean("corrected")))
        .list();
  }
}
