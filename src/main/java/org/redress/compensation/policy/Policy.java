package org.redress.compensation.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.redress.calendar.TimeSpan;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What {@code config/compensation.yml} says. All amounts are in its currency.
 *
 * @param limits by role or by rank of a team's ladder, as the staff file writes them
 */
public record Policy(
    @JsonProperty(required = true) Currency currency,
    @JsonProperty(required = true) @JsonDeserialize(keyUsing = PolicyKeys.RoleOrRank.class)
        LinkedHashMap<String, Limits> limits,
    @JsonProperty(required = true) Budgets budgets,
    @JsonProperty(required = true) Approval approval) {

  /** Refuses a section that has a heading and nothing else. */
  public Policy {
    if (limits == null || budgets == null || approval == null) {
      throw new IllegalArgumentException("limits, budgets and approval all need lines");
    }
  }

  /**
   * The most that a role or rank may give without asking.
   *
   * @param each for one offer
   * @param kinds for one offer of some kinds, instead of {@code each}
   * @param customerYear for all offers to one customer within a year
   */
  public record Limits(
      @JsonProperty(required = true) BigDecimal each,
      Map<String, BigDecimal> kinds,
      @JsonProperty(value = "customer_year", required = true) BigDecimal customerYear) {

    /** Without limits of its own every kind has the same. */
    public Limits {
      kinds = kinds == null ? Map.of() : kinds;
    }

    /** The most for one offer of this kind. */
    BigDecimal of(String kind) {
      return kinds.getOrDefault(kind, each);
    }

    boolean allow(String kind, BigDecimal cost, BigDecimal year) {
      return cost.compareTo(of(kind)) <= 0 && year.compareTo(customerYear) <= 0;
    }
  }

  /** The most that the offers of a team may cost in a month. */
  record Budgets(
      @JsonProperty(required = true) BigDecimal each,
      @JsonDeserialize(keyUsing = PolicyKeys.Team.class) Map<String, BigDecimal> teams) {

    Budgets {
      teams = teams == null ? Map.of() : teams;
    }
  }

  /**
   * How an approval is asked for.
   *
   * @param within how long an answer may take
   * @param climbs ranks of the ladder, from the first to be asked
   */
  public record Approval(
      @JsonProperty(required = true) TimeSpan within,
      @JsonProperty(required = true) @JsonDeserialize(contentUsing = PolicyKeys.Rank.class)
          List<String> climbs) {}

  /** The budget of a team for a month. */
  public BigDecimal budget(String team) {
    return budgets.teams().getOrDefault(team, budgets.each());
  }

  /**
   * Whether someone may give this without asking.
   *
   * @param roles and ranks, as the staff file writes them
   * @param cost of the offer
   * @param year what the customer is given within a year, this offer included
   */
  public boolean allows(Collection<String> roles, String kind, BigDecimal cost, BigDecimal year) {
    return cost.signum() == 0
        || roles.stream()
            .map(limits::get)
            .filter(Objects::nonNull)
            .anyMatch(limit -> limit.allow(kind, cost, year));
  }
}
