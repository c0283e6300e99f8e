package org.redress.desk.queue;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.access.SiteSettings;
import org.redress.access.Staff;
import org.redress.storage.Instants;
import org.redress.ticket.feed.TicketFeed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many unfinished tickets wait in each queue, for the side bar. Counted for all people at once,
 * by team and owner; what one person sees is added up from that.
 */
@Repository
public class QueueCounts {

  private final JdbcClient jdbc;
  private final Staff staff;
  private final SiteSettings site;
  private final Clock clock;
  private final Fresh<String, List<Pile>> piles;

  QueueCounts(JdbcClient jdbc, Staff staff, SiteSettings site, Clock clock, TicketFeed feed) {
    this.jdbc = jdbc;
    this.staff = staff;
    this.site = site;
    this.clock = clock;
    this.piles = new Fresh<>(feed, all -> count());
  }

  /**
   * Unfinished tickets that one person may see.
   *
   * @param today those whose deadline passes before the day ends
   * @param calls call-backs owed on own tickets
   * @param reviews those that owe a review
   * @param teams by team, in the order of the staff file
   */
  public record Counts(
      long mine,
      long unassigned,
      long today,
      long overdue,
      long calls,
      long reviews,
      Map<String, Long> teams) {}

  /** The unfinished tickets of one team and owner. */
  private record Pile(
      String team,
      @Nullable String owner,
      long all,
      long overdue,
      long today,
      long calls,
      long reviews) {}

  /** Counts the queues of a person. */
  public Counts of(Person me) {
    var seen =
        me.seesTickets()
            ? piles.of("").stream().filter(p -> me.maySee(p.team(), p.owner())).toList()
            : List.<Pile>of();
    var mine = seen.stream().filter(pile -> me.name().equals(pile.owner())).toList();
    var teams = new LinkedHashMap<String, Long>();
    staff.teams().keySet().stream()
        .filter(team -> me.seesAllTickets() || me.teams().contains(team))
        .forEach(team -> teams.put(team, 0L));
    seen.forEach(pile -> teams.computeIfPresent(pile.team(), (team, sum) -> sum + pile.all()));
    return new Counts(
        sum(mine, Pile::all),
        sum(seen.stream().filter(pile -> Objects.isNull(pile.owner())).toList(), Pile::all),
        sum(seen, Pile::today),
        sum(seen, Pile::overdue),
        sum(mine, Pile::calls),
        sum(seen, Pile::reviews),
        teams);
  }

  private static long sum(List<Pile> piles, ToLongFunction<Pile> figure) {
    return piles.stream().mapToLong(figure).sum();
  }

  private List<Pile> count() {
    var now = clock.instant();
    var tomorrow =
        now.atZone(site.timeZone()).toLocalDate().plusDays(1).atStartOfDay(site.timeZone());
    return jdbc.sql(
            """
            select t.team, t.owner, count(*) as tickets,
                   count(case when t.next_deadline < :now then 1 end) as overdue,
                   count(case when t.next_deadline >= :now and t.next_deadline < :tomorrow
                              then 1 end) as today,
                   count(case when t.status = 'solved' and called.ticket_id is null
                              then 1 end) as calls,
                   count(review.id) as reviews
            from ticket t
              left join care_done called on called.ticket_id = t.id
                and called.step = 'follow_up' and called.round = t.round
              left join deadline review on review.ticket_id = t.id
                and review.obligation = 'review' and review.round = t.round
                and review.due_at is not null and review.met_at is null
                and review.ended_at is null
            where t.status in ('new', 'open', 'waiting', 'solved')
            group by t.team, t.owner
            """)
        .param("now", Instants.bind(now))
        .param("tomorrow", Instants.bind(tomorrow.toInstant()))
        .query(
            (row, number) ->
                new Pile(
                    row.getString("team"),
                    row.getString("owner"),
                    row.getLong("tickets"),
                    row.getLong("overdue"),
                    row.getLong("today"),
                    row.getLong("calls"),
                    row.getLong("reviews")))
        .list();
  }
}
