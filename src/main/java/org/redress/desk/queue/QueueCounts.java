package org.redress.desk.queue;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.access.Person;
import org.redress.access.Staff;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many unfinished tickets wait in each queue, for the side bar. */
@Repository
public class QueueCounts {

  private final JdbcClient jdbc;
  private final Staff staff;
  private final Clock clock;

  QueueCounts(JdbcClient jdbc, Staff staff, Clock clock) {
    this.jdbc = jdbc;
    this.staff = staff;
    this.clock = clock;
  }

  /**
   * Unfinished tickets that one person may see.
   *
   * @param teams by team, in the order of the staff file
   */
  public record Counts(long mine, long unassigned, long overdue, Map<String, Long> teams) {}

  private record TeamCount(String team, long all, long mine, long unassigned, long overdue) {}

  /** Counts the queues of a person. */
  public Counts of(Person me) {
    var rows = me.seesTickets() ? count(me) : List.<TeamCount>of();
    var teams = new LinkedHashMap<String, Long>();
    staff.teams().keySet().stream()
        .filter(team -> me.seesAllTickets() || me.teams().contains(team))
        .forEach(team -> teams.put(team, 0L));
    rows.forEach(row -> teams.computeIfPresent(row.team(), (team, zero) -> row.all()));
    return new Counts(
        rows.stream().mapToLong(TeamCount::mine).sum(),
        rows.stream().mapToLong(TeamCount::unassigned).sum(),
        rows.stream().mapToLong(TeamCount::overdue).sum(),
        teams);
  }

  private List<TeamCount> count(Person me) {
    return jdbc.sql(
            """
            select team, count(*) as tickets,
                   count(case when owner = :me then 1 end) as mine,
                   count(case when owner is null then 1 end) as unassigned,
                   count(case when next_deadline < :now then 1 end) as overdue
            from ticket
            where status in ('new', 'open', 'waiting', 'solved')
              and (:all = true or team in (:teams) or owner = :me)
            group by team
            """)
        .param("me", me.name())
        .param("now", Instants.bind(clock.instant()))
        .param("all", me.seesAllTickets())
        .param("teams", me.teams().isEmpty() ? Set.of("") : me.teams())
        .query(
            (row, number) ->
                new TeamCount(
                    row.getString("team"),
                    row.getLong("tickets"),
                    row.getLong("mine"),
                    row.getLong("unassigned"),
                    row.getLong("overdue")))
        .list();
  }
}
