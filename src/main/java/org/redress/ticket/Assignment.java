package org.redress.ticket;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.redress.access.Staff;
import org.redress.access.Staff.Member;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives tickets to team members in turn: available ones with spare capacity who speak the ticket's
 * language, else any available one with spare capacity, else nobody, and the ticket waits in the
 * team's queue.
 */
@Component
class Assignment {

  private final Staff staff;
  private final JdbcClient jdbc;
  private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();

  Assignment(Staff staff, JdbcClient jdbc) {
    this.staff = staff;
    this.jdbc = jdbc;
  }

  /** Looks up who is there and how busy, once for a whole batch of tickets. */
  Round round() {
    var open = new HashMap<String, Integer>();
    jdbc.sql(
            """
            select owner, count(*) as tickets from ticket
            where status in ('new', 'open', 'waiting') and owner is not null group by owner
            """)
        .query(
            row -> {
              open.put(row.getString("owner"), row.getInt("tickets"));
            });
    var available =
        new HashSet<>(
            jdbc.sql("select name from app_user where available").query(String.class).list());
    return new Round(open, available);
  }

  /** One batch of assignments; counts what it gives away. */
  class Round {

    private final Map<String, Integer> open;
    private final Set<String> available;

    private Round(Map<String, Integer> open, Set<String> available) {
      this.open = open;
      this.available = available;
    }

    Optional<String> ownerFor(String team, String language) {
      var members =
          staff.teams().containsKey(team) ? staff.teams().get(team).members() : List.<Member>of();
      var free = members.stream().filter(this::isFree).toList();
      var speaking = free.stream().filter(m -> m.languages().contains(language)).toList();
      var candidates = speaking.isEmpty() ? free : speaking;
      if (candidates.isEmpty()) {
        return Optional.empty();
      }
      var turn = turns.computeIfAbsent(team + "/" + language, t -> new AtomicInteger());
      var owner = candidates.get(Math.floorMod(turn.getAndIncrement(), candidates.size())).user();
      open.merge(owner, 1, Integer::sum);
      return Optional.of(owner);
    }

    private boolean isFree(Member member) {
      return available.contains(member.user())
          && open.getOrDefault(member.user(), 0) < member.capacity();
    }
  }
}
