package org.redress.ticket.review;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What reviews taught. */
@Repository
public class Lessons {

  private static final int MOST = 50;

  private final JdbcClient jdbc;

  Lessons(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One lesson.
   *
   * @param ticket the number of the ticket it was learnt from
   * @param cause the root cause, an answer of the rule book
   */
  public record Lesson(
      String ticket,
      String subject,
      String category,
      String cause,
      String lesson,
      @Nullable String behind,
      String by,
      Instant at) {}

  /** The newest lessons whose words, subject or note hold a text, as far as a person may see. */
  public List<Lesson> search(Person me, String text) {
    return jdbc.sql(
            """
            select t.number, t.subject, t.category, t.cause, r.written, d.note, d.done_by, d.done_at
            from care_record r
              join care_done d on d.ticket_id = r.ticket_id and d.step = r.step and d.round = r.round
              join ticket t on t.id = r.ticket_id
            where r.step = 'review' and r.field = 'lesson'
              and (:all = true or t.team in (:teams) or t.owner = :me)
              and (lower(r.written) like :text or lower(t.subject) like :text
                   or lower(d.note) like :text)
            order by d.done_at desc limit :most
            """)
        .param("all", me.seesAllTickets())
        .param("teams", me.teams().isEmpty() ? Set.of("") : me.teams())
        .param("me", me.name())
        .param("text", "%" + escaped(text.strip().toLowerCase(Locale.ROOT)) + "%")
        .param("most", MOST)
        .query(
            (row, number) ->
                new Lesson(
                    row.getString("number"),
                    row.getString("subject"),
                    row.getString("category"),
                    row.getString("cause"),
                    row.getString("written"),
                    row.getString("note"),
                    row.getString("done_by"),
                    Instants.readPresent(row, "done_at")))
        .list();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
