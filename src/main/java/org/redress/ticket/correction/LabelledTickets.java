package org.redress.ticket.correction;

import java.util.List;
import java.util.Locale;
import org.redress.decision.Case;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tickets whose answers people have seen to: corrected ones, and closed ones. */
@Repository
public class LabelledTickets {

  private final JdbcClient jdbc;

  LabelledTickets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What can be learnt from them; each is a question of the rule book. */
  public enum Question {
    /** What it is about. */
    CATEGORY,
    /** Why it went wrong. */
    CAUSE,
    /** What the customer wants. */
    DEMAND,
    /** How the customer feels. */
    EMOTION;

    /** As the rule book and the columns of a ticket call it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One ticket.
   *
   * @param text subject and text together, as the customer wrote them
   * @param label the answer to the question, after all corrections
   */
  public record LabelledTicket(
      String number, String team, String text, String label, boolean corrected) {}

  /**
   * The newest ones. Left out are merged tickets, and those without one known answer: several
   * demands, or a cause that nobody found.
   */
  public List<LabelledTicket> latest(Question question, int most) {
    return jdbc.sql(
            """
            select t.number, t.team, t.%1$s as label, c.subject, c.text,
                   exists (select 1 from correction k
                           where k.ticket_id = t.id and k.question = :question) as corrected
            from ticket t join complaint c on c.id = t.complaint_id
            where t.merged_into is null and t.%1$s not in ('', 'unknown') and t.%1$s not like '%%,%%'
              and (t.status = 'closed'
                   or exists (select 1 from correction k
                              where k.ticket_id = t.id and k.question = :question))
            order by t.id desc limit :most
            """
                .formatted(question.key()))
        .param("question", question.key())
        .param("most", most)
        .query(
            (row, number) ->
                new LabelledTicket(
                    row.getString("number"),
                    row.getString("team"),
                    Case.wholeText(row.getString("subject"), row.getString("text")),
                    row.getString("label"),
                    row.getBoolean("corrected")))
        .list();
  }
}
