package org.redress.ticket.assignment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.access.Staff;
import org.redress.access.Staff.Member;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Chooses owners among the members of a team: only who is on duty and has spare capacity; of these
 * rather who speaks the ticket's language, then rather who is skilled in its category, in turn.
 * When there is nobody the ticket waits.
 */
@Component
public class Assignment {

  private final Staff staff;
  private final JdbcClient jdbc;
  private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();

  Assignment(Staff staff, JdbcClient jdbc) {
    this.staff = staff;
    this.jdbc = jdbc;
  }

  /**
   * What is asked of an owner.
   *
   * @param notTo who gets it only when there is nobody else, for instance who gave it back
   */
  public record Wanted(String team, String language, String category, @Nullable String notTo) {}

  /** Looks up who is there and how busy, once for a whole batch of tickets. */
  public Round round() {
    var onDuty =
        new HashSet<>(
            jdbc.sql("select name from app_user where available").query(String.class).list());
    return new Round(load(), onDuty);
  }

  /** The number of tickets on each person's desk; those of nobody are left out. */
  public Map<String, Integer> load() {
    var open = new HashMap<String, Integer>();
    jdbc.sql(
            """
            select owner, count(*) as tickets from ticket
            where status in ('new', 'open') and owner is not null group by owner
            """)
        .query(
            row -> {
              open.put(row.getString("owner"), row.getInt("tickets"));
            });
    return open;
  }

  /** One batch of assignments; counts what it gives away. */
  public class Round {

    private final Map<String, Integer> open;
    private final Set<String> onDuty;

    private Round(Map<String, Integer> open, Set<String> onDuty) {
      this.open = open;
      this.onDuty = onDuty;
    }

    /** The teams in which somebody can take a ticket. */
    Set<String> teams() {
      return staff.teams().keySet().stream()
          .filter(team -> members(team).stream().anyMatch(this::isFree))
          .collect(Collectors.toSet());
    }

    /** Who gets the next ticket of this kind; none when it has to wait. */
    public Optional<String> ownerFor(Wanted wanted) {
      var free = members(wanted.team()).stream().filter(this::isFree).toList();
      var speaking = rather(free, member -> member.languages().contains(wanted.language()));
      var skilled = rather(speaking, member -> member.isSkilledIn(wanted.category()));
      var candidates = rather(skilled, member -> !member.user().equals(wanted.notTo()));
      if (candidates.isEmpty()) {
        return Optional.empty();
      }
      var names = candidates.stream().map(Member::user).toList();
      var turn = turns.computeIfAbsent(wanted.team() + "/" + names, several -> new AtomicInteger());
      var owner = names.get(Math.floorMod(turn.getAndIncrement(), names.size()));
      open.merge(owner, 1, Integer::sum);
      return Optional.of(owner);
    }

    private boolean isFree(Member member) {
      return onDuty.contains(member.user())
          && open.getOrDefault(member.user(), 0) < member.capacity();
    }
  }

  private List<Member> members(String team) {
    return staff.teams().containsKey(team) ? staff.teams().get(team).members() : List.of();
  }

  private static List<Member> rather(List<Member> members, Predicate<Member> better) {
    var chosen = members.stream().filter(better).toList();
    return chosen.isEmpty() ? members : chosen;
  }
}
