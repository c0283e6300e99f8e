package org.redress.ticket.care;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Instants;
import org.redress.ticket.Ticket;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The care steps that were done, and what was written down at them. */
@Repository
public class CareRecords {

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;

  CareRecords(JdbcTemplate batch, JdbcClient jdbc) {
    this.batch = batch;
    this.jdbc = jdbc;
  }

  /**
   * A step of a ticket that is finished.
   *
   * @param fields what was written down beside the note, by field
   */
  public record Finished(
      CareStep step,
      int round,
      Instant at,
      String by,
      @Nullable String note,
      Map<String, List<String>> fields) {}

  void add(
      Ticket ticket, CareStep step, String actor, Instant at, Map<String, List<String>> written) {
    var fields = new LinkedHashMap<>(written);
    var note = fields.remove(StepGuide.NOTE);
    jdbc.sql(
            """
            insert into care_done (ticket_id, step, round, done_at, done_by, note)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            ticket.id(),
            step.key(),
            ticket.round(),
            Instants.bind(at),
            actor,
            note == null ? null : note.get(0))
        .update();
    batch.batchUpdate(
        "insert into care_record (ticket_id, step, round, field, written) values (?, ?, ?, ?, ?)",
        fields.entrySet().stream()
            .map(
                field ->
                    new Object[] {
                      ticket.id(),
                      step.key(),
                      ticket.round(),
                      field.getKey(),
                      String.join(",", field.getValue())
                    })
            .toList());
  }

  List<Finished> finished(Ticket ticket) {
    var fields = fields(ticket);
    return jdbc
        .sql("select * from care_done where ticket_id = :ticket order by done_at, round")
        .param("ticket", ticket.id())
        .query(
            (row, number) -> {
              var step = CareStep.of(row.getString("step")).orElseThrow();
              var round = row.getInt("round");
              return new Finished(
                  step,
                  round,
                  Instants.readPresent(row, "done_at"),
                  row.getString("done_by"),
                  row.getString("note"),
                  fields.getOrDefault(key(step.key(), round), Map.of()));
            })
        .list()
        .stream()
        .filter(done -> !done.step().isOwedEachRound() || done.round() == ticket.round())
        .toList();
  }

  private Map<String, Map<String, List<String>>> fields(Ticket ticket) {
    var fields = new HashMap<String, Map<String, List<String>>>();
    jdbc.sql("select * from care_record where ticket_id = :ticket order by field")
        .param("ticket", ticket.id())
        .query(
            row -> {
              fields
                  .computeIfAbsent(
                      key(row.getString("step"), row.getInt("round")), k -> new LinkedHashMap<>())
                  .put(row.getString("field"), values(row.getString("written")));
            });
    return fields;
  }

  private static String key(String step, int round) {
    return step + "/" + round;
  }

  /** Words of the rule book joined by commas; free text has a blank somewhere and is one value. */
  private static List<String> values(String value) {
    return value.matches("\\w+(,\\w+)+")
        ? new ArrayList<>(Arrays.asList(value.split(",")))
        : List.of(value);
  }
}
