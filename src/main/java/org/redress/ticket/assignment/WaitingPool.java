package org.redress.ticket.assignment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Changes.Change;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.redress.ticket.Tickets;
import org.redress.ticket.assignment.Assignment.Wanted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tickets without an owner: the most urgent first, then the nearest deadline, then the oldest. They
 * are handed out when somebody has spare capacity or comes on duty.
 */
@Component
class WaitingPool {

  private final JdbcClient jdbc;
  private final Tickets tickets;
  private final Changes changes;
  private final Clock clock;

  WaitingPool(JdbcClient jdbc, Tickets tickets, Changes changes, Clock clock) {
    this.jdbc = jdbc;
    this.tickets = tickets;
    this.changes = changes;
    this.clock = clock;
  }

  /** Whether there is a ticket without an owner. */
  boolean isWaited() {
    return !jdbc.sql(
            "select 1 from ticket where owner is null and status in ('new', 'open') limit 1")
        .query()
        .listOfRows()
        .isEmpty();
  }

  /**
   * Gives waiting tickets to owners, inside a transaction; those that somebody works on at this
   * moment wait for the next time.
   *
   * @param ids in the order they wait
   * @return how many got an owner
   */
  int give(List<Long> ids, Assignment.Round round) {
    var locked = tickets.tryLock(ids);
    var before = earlierOwners(ids);
    var by = By.person(History.REDRESS, clock.instant());
    var given = new ArrayList<Change>();
    for (var id : ids) {
      var ticket = locked.get(id);
      if (ticket != null && ticket.owner() == null) {
        round
            .ownerFor(wanted(ticket, before))
            .ifPresent(owner -> given.add(new Change(ticket, ticket.withOwner(owner), by)));
      }
    }
    if (!given.isEmpty()) {
      changes.apply(given);
    }
    return given.size();
  }

  private static Wanted wanted(Ticket ticket, Map<Long, String> before) {
    return new Wanted(
        ticket.team(), ticket.language(), ticket.verdict().category(), before.get(ticket.id()));
  }

  /** The tickets of these teams that wait, in their order. */
  List<Long> waiting(Set<String> teams, int most) {
    return teams.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
            select id from ticket
            where owner is null and status in ('new', 'open') and team in (:teams)
            order by priority, next_deadline nulls last, created_at, id limit :most
            """)
            .param("teams", teams)
            .param("most", most)
            .query(Long.class)
            .list();
  }

  /** Who had these tickets last. */
  private Map<Long, String> earlierOwners(List<Long> ids) {
    var owners = new HashMap<Long, String>();
    jdbc.sql(
            """
            select ticket_id, old_value from history
            where ticket_id in (:tickets) and event = 'owner' and old_value is not null
            order by at, id
            """)
        .param("tickets", ids)
        .query(
            row -> {
              owners.put(row.getLong("ticket_id"), row.getString("old_value"));
            });
    return owners;
  }
}
