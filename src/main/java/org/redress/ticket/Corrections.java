package org.redress.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Answers of the rules that people corrected on tickets. The latest correction of a question is
 * what the complaint is really about: rules, back-tests and models learn from it.
 */
@Repository
public class Corrections {

  /** The questions that people may correct. */
  public static final Set<String> QUESTIONS =
      Set.of("category", "cause", "demand", "emotion", "severity", "priority", "team");

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final Ids ids;

  Corrections(JdbcTemplate batch, JdbcClient jdbc, Ids ids) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /**
   * One answer that was corrected.
   *
   * @param before what stood there; several answers of one question with commas between
   * @param by the name of a user
   */
  public record Correction(
      long ticketId,
      String question,
      String before,
      String after,
      @Nullable String reason,
      String by,
      Instant at) {}

  /** Keeps those entries of the history by which a person corrected an answer. */
  void keep(List<History.Entry> entries) {
    var rows = entries.stream().filter(Corrections::isCorrection).map(this::row).toList();
    if (!rows.isEmpty()) {
      batch.batchUpdate(
          """
          insert into correction (id, ticket_id, question, before_value, after_value, reason,
                                  corrected_by, corrected_at)
          values (?, ?, ?, ?, ?, ?, ?, ?)
          """,
          rows);
    }
  }

  /** What follows from a correction by rule is none itself. */
  private static boolean isCorrection(History.Entry entry) {
    return QUESTIONS.contains(entry.event())
        && entry.rule() == null
        && entry.oldValue() != null
        && entry.newValue() != null
        && !entry.actor().equals(History.REDRESS);
  }

  private Object[] row(History.Entry entry) {
    return new Object[] {
      ids.next(),
      entry.ticketId(),
      entry.event(),
      entry.oldValue(),
      entry.newValue(),
      entry.reason(),
      entry.actor(),
      Instants.bind(entry.at())
    };
  }

  /** What was corrected on a ticket, oldest first. */
  public List<Correction> of(long ticketId) {
    return jdbc.sql("select * from correction where ticket_id = :ticket order by corrected_at, id")
        .param("ticket", ticketId)
        .query(
            (row, number) ->
                new Correction(
                    ticketId,
                    row.getString("question"),
                    row.getString("before_value"),
                    row.getString("after_value"),
                    row.getString("reason"),
                    row.getString("corrected_by"),
                    Instants.readPresent(row, "corrected_at")))
        .list();
  }
}
