package org.redress.compensation;

import java.util.List;
import java.util.Locale;

/** Something that must not be done with an offer; nothing was changed. */
public class CompensationRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Why why;
  private final transient List<Object> values;

  /** Refuses; which values tell more is said at each reason. */
  public CompensationRefused(Why why, Object... values) {
    super(why.key() + " " + List.of(values));
    this.why = why;
    this.values = List.of(values);
  }

  /** What stands in the way. The values that tell more are given for each. */
  public enum Why {
    /** The rule book has no such kind of offer: the kind. */
    UNKNOWN_KIND,
    /** Not an amount of money above zero with at most two decimals. */
    AMOUNT,
    /** It is not what the rules offer, and no reason is given. */
    REASON_NEEDED,
    /** The ticket has one of this kind: the kind, its state. */
    ALREADY_OFFERED,
    /** The team has no budget: the team. */
    NO_BUDGET,
    /** The month's budget has too little left: the team, what is left. */
    OVER_BUDGET,
    /** Nobody on the team's ladder may approve as much: the cost. */
    NOBODY_MAY,
    /** Who asks cannot approve. */
    OWN,
    /** More than this person may approve: the cost. */
    ABOVE_LIMIT,
    /** The award stands elsewhere: the step, the state. */
    NOT_NOW,
    /** There is no such award on the ticket. */
    UNKNOWN;

    /** For messages and programs, for instance {@code over_budget}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Why why() {
    return why;
  }

  /** Amounts as {@code BigDecimal}, steps as {@code Step}, kinds and teams as text. */
  public List<Object> values() {
    return values;
  }
}
