package org.redress.compensation;

import jakarta.annotation.PostConstruct;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.redress.access.Staff;
import org.redress.compensation.CompensationRefused.Why;
import org.redress.compensation.policy.Policy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What teams may spend in a month, and what they have spent. */
@Repository
public class Budgets {

  private static final int ALL = 100;

  private final JdbcClient jdbc;
  private final Policy policy;
  private final Staff staff;

  Budgets(JdbcClient jdbc, Policy policy, Staff staff) {
    this.jdbc = jdbc;
    this.policy = policy;
    this.staff = staff;
  }

  /**
   * Where a team stands in a month, in the site's currency.
   *
   * @param held for offers that may still be given
   * @param paid for offers that were given
   */
  public record Standing(String team, BigDecimal budget, BigDecimal held, BigDecimal paid) {

    /** What may still be spent; below zero only when the budget was made smaller. */
    public BigDecimal left() {
      return budget.subtract(held).subtract(paid);
    }

    /** How much of the budget is spent or held, rounded up; 100 where there is none. */
    public int percent() {
      return budget.signum() == 0
          ? ALL
          : held.add(paid)
              .multiply(BigDecimal.valueOf(ALL))
              .divide(budget, 0, RoundingMode.UP)
              .intValue();
    }
  }

  /** Every team has a row to lock. */
  @PostConstruct
  void seed() {
    var present = new HashSet<>(jdbc.sql("select team from budget").query(String.class).list());
    staff.teams().keySet().stream().filter(team -> !present.contains(team)).forEach(this::insert);
  }

  private void insert(String team) {
    try {
      jdbc.sql("insert into budget (team) values (:team)").param("team", team).update();
    } catch (DuplicateKeyException otherNode) {
      // Another node starts at the same time and was faster: the row is there.
    }
  }

  /**
   * Makes sure that the award fits into its team's budget; others who want to spend from it wait
   * until this transaction ends.
   *
   * @throws CompensationRefused when too little is left
   */
  void take(Award award) {
    if (award.cost().signum() == 0) {
      return;
    }
    var team = award.team();
    var locked =
        jdbc.sql("select team from budget where team = :team for update")
            .param("team", team)
            .query(String.class)
            .optional();
    if (locked.isEmpty()) {
      throw new CompensationRefused(Why.NO_BUDGET, team);
    }
    var left = of(team, award.month()).left();
    if (award.cost().compareTo(left) > 0) {
      throw new CompensationRefused(Why.OVER_BUDGET, team, left.max(BigDecimal.ZERO));
    }
  }

  /** Where a team stands in a month. */
  public Standing of(String team, LocalDate month) {
    return ofMonth(month).stream()
        .filter(standing -> standing.team().equals(team))
        .findFirst()
        .orElseThrow();
  }

  /** Where all teams stand in a month, in the order of the staff file. */
  public List<Standing> ofMonth(LocalDate month) {
    var none = new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO};
    var sums = new HashMap<String, BigDecimal[]>();
    jdbc.sql(
            """
            select a.team, sum(l.held) as held, sum(l.paid) as paid
            from award a join ledger l on l.award_id = a.id
            where a.budget_month = :month group by a.team
            """)
        .param("month", month)
        .query(
            row -> {
              sums.put(
                  row.getString("team"),
                  new BigDecimal[] {row.getBigDecimal("held"), row.getBigDecimal("paid")});
            });
    return staff.teams().keySet().stream()
        .map(team -> standing(team, sums.getOrDefault(team, none)))
        .toList();
  }

  private Standing standing(String team, BigDecimal[] sums) {
    return new Standing(team, policy.budget(team), sums[0], sums[1]);
  }
}
