package org.redress.compensation.policy;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.access.Staff;
import org.redress.compensation.policy.Policy.Limits;
import org.springframework.stereotype.Component;

/** Who may give what, and who is asked when somebody may not. */
@Component
public class Authority {

  private final Policy policy;
  private final Staff staff;

  Authority(Policy policy, Staff staff) {
    this.policy = policy;
    this.staff = staff;
  }

  /**
   * What somebody wants to give.
   *
   * @param team whose budget pays
   * @param cost in money
   * @param year what the customer is given within a year, this included
   */
  public record Gift(String team, String kind, BigDecimal cost, BigDecimal year) {}

  /** The most that somebody may give without asking: for one offer, and to one customer a year. */
  public record Limit(BigDecimal offer, BigDecimal customerYear) {}

  /** What this user may give without asking; nothing is zero. */
  public Limit limit(String user, String team, String kind) {
    var limits =
        rolesAndRanks(user, team).stream()
            .map(policy.limits()::get)
            .filter(Objects::nonNull)
            .toList();
    return new Limit(
        limits.stream().map(one -> one.of(kind)).reduce(BigDecimal.ZERO, BigDecimal::max),
        limits.stream().map(Limits::customerYear).reduce(BigDecimal.ZERO, BigDecimal::max));
  }

  /** Whether this user may give it without asking. */
  public boolean allows(String user, Gift gift) {
    return policy.allows(rolesAndRanks(user, gift.team()), gift.kind(), gift.cost(), gift.year());
  }

  /** Whether this user is ever asked. */
  public boolean approves(String user) {
    return policy.approval().climbs().stream()
        .anyMatch(
            rank ->
                staff.teams().keySet().stream()
                    .flatMap(team -> staff.ladder(team).stream())
                    .anyMatch(rung -> rung.rank().equals(rank) && rung.user().equals(user)));
  }

  /**
   * The next person to be asked.
   *
   * @param asker who may not approve it
   * @param asked who were asked before
   * @return none when nobody is left
   */
  public Optional<String> next(Gift gift, String asker, Set<String> asked) {
    return policy.approval().climbs().stream()
        .flatMap(
            rank ->
                staff.ladder(gift.team()).stream()
                    .filter(rung -> rung.rank().equals(rank))
                    .map(Staff.Rung::user))
        .filter(user -> !user.equals(asker) && !asked.contains(user) && allows(user, gift))
        .findFirst();
  }

  private Set<String> rolesAndRanks(String user, String team) {
    var roles =
        staff.users().stream()
            .filter(one -> one.name().equals(user))
            .flatMap(one -> one.roles().stream());
    var ranks =
        staff.ladder(team).stream().filter(rung -> rung.user().equals(user)).map(Staff.Rung::rank);
    return Stream.concat(roles, ranks).collect(Collectors.toSet());
  }
}
