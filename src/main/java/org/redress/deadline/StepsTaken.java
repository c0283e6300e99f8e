package org.redress.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps of ladders that were taken: one row each, whose key makes a step happen once. */
@Repository
public class StepsTaken {

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;

  StepsTaken(JdbcTemplate batch, JdbcClient jdbc) {
    this.batch = batch;
    this.jdbc = jdbc;
  }

  /** One step that was taken. */
  public record Taken(
      long deadlineId,
      String step,
      Instant at,
      @Nullable String fromOwner,
      @Nullable String toOwner) {}

  /** The steps taken, by deadline. */
  public Map<Long, Set<String>> of(Collection<Long> deadlineIds) {
    var taken = new HashMap<Long, Set<String>>();
    if (!deadlineIds.isEmpty()) {
      jdbc.sql("select deadline_id, step from deadline_step where deadline_id in (:ids)")
          .param("ids", deadlineIds)
          .query(
              row -> {
                taken
                    .computeIfAbsent(row.getLong("deadline_id"), id -> new HashSet<>())
                    .add(row.getString("step"));
              });
    }
    return taken;
  }

  public void add(List<Taken> taken) {
    batch.batchUpdate(
        """
        insert into deadline_step (deadline_id, step, at, from_owner, to_owner)
        values (?, ?, ?, ?, ?)
        """,
        taken.stream()
            .map(
                t ->
                    new Object[] {
                      t.deadlineId(), t.step(), Instants.bind(t.at()), t.fromOwner(), t.toOwner()
                    })
            .toList());
  }

  /** A moved deadline takes these steps again, at their new times. */
  void forget(long deadlineId, Collection<String> steps) {
    if (!steps.isEmpty()) {
      jdbc.sql("delete from deadline_step where deadline_id = :id and step in (:steps)")
          .param("id", deadlineId)
          .param("steps", steps)
          .update();
    }
  }
}
