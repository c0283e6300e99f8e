package org.redress.insight;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the work stands at this moment, in one query over what is not finished. */
@Repository
public class Standing {

  private static final Duration SOON = Duration.ofHours(4);

  private final JdbcClient jdbc;
  private final Clock clock;

  Standing(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Unfinished tickets of one owner.
   *
   * @param owner none for those that nobody owns
   * @param open what still lacks its result
   * @param solved what only lacks the call or the review
   * @param overdue whose nearest deadline has passed
   * @param atRisk whose nearest deadline passes within four hours
   * @param escalated that went to somebody above because a deadline passed
   * @param waiting that wait for the customer
   */
  public record Load(
      @Nullable String owner,
      long open,
      long solved,
      long overdue,
      long atRisk,
      long escalated,
      long waiting) {}

  /** What waits, by owner, the longest list first. */
  public List<Load> loads() {
    var now = clock.instant();
    return jdbc
        .sql(
            """
            select owner, count(case when status <> 'solved' then 1 end) as to_do,
                   count(case when status = 'solved' then 1 end) as solved,
                   count(case when next_deadline < :now then 1 end) as overdue,
                   count(case when next_deadline >= :now and next_deadline < :soon then 1 end)
                     as at_risk,
                   count(case when level > 0 then 1 end) as escalated,
                   count(case when status = 'waiting' then 1 end) as waiting
            from ticket where status in ('new', 'open', 'waiting', 'solved') group by owner
            """)
        .param("now", Instants.bind(now))
        .param("soon", Instants.bind(now.plus(SOON)))
        .query(
            (row, number) ->
                new Load(
                    row.getString("owner"),
                    row.getLong("to_do"),
                    row.getLong("solved"),
                    row.getLong("overdue"),
                    row.getLong("at_risk"),
                    row.getLong("escalated"),
                    row.getLong("waiting")))
        .list()
        .stream()
        .sorted(Comparator.comparing(Load::open).reversed())
        .toList();
  }

  /** Everybody's together. */
  public static Load all(List<Load> loads) {
    return new Load(
        null,
        sum(loads, Load::open),
        sum(loads, Load::solved),
        sum(loads, Load::overdue),
        sum(loads, Load::atRisk),
        sum(loads, Load::escalated),
        sum(loads, Load::waiting));
  }

  private static long sum(List<Load> loads, ToLongFunction<Load> figure) {
    return loads.stream().mapToLong(figure).sum();
  }

  /** How many offers wait for somebody's approval. */
  public long approvals() {
    return jdbc.sql(
            """
            select count(*) from approval p where p.rung = 1
              and not exists (select 1 from ledger l where l.award_id = p.award_id and l.nr > 1)
            """)
        .query(Long.class)
        .single();
  }
}
