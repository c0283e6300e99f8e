package org.redress.customer.departure;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer who left.
 *
 * @param ticket the number of the complaint that went before, if one did
 * @param cause why, an answer of the question {@code cause}
 * @param value what the customer spent in a year
 * @param tried what was done to win the customer back, if anything was
 * @param returned whether that worked; none while it is open
 */
public record Departure(
    long id,
    String customer,
    String tier,
    @Nullable String ticket,
    Way way,
    String cause,
    BigDecimal value,
    LocalDate leftOn,
    @Nullable Effort tried,
    @Nullable LocalDate triedOn,
    @Nullable Boolean returned) {

  private static final BigDecimal LARGE = BigDecimal.valueOf(5000);
  private static final BigDecimal MIDDLING = BigDecimal.valueOf(1000);

  /** How customers leave. */
  public enum Way {
    /** We gave the customer up. */
    DROPPED,
    /** On their own. */
    OWN,
    /** A competitor made an offer. */
    LURED,
    /** A competitor is better in their eyes. */
    ATTRACTED,
    /** They had to, for instance because they moved away. */
    FORCED,
    OTHER
  }

  /** What can be done to win a customer back. */
  public enum Effort {
    /** The account manager or director sees the customer. */
    VISIT,
    /** Somebody who may decide rings up, says sorry and puts it right. */
    PERSONAL_CALL,
    /** An offer that fits the cause. */
    OFFER,
    /** A letter that says what has changed. */
    LETTER,
    /** Nothing: the customer is let go. */
    LET_GO
  }

  /** What to do: valuable customers with all means, ordinary ones as the case allows. */
  public Effort suggested() {
    if (way == Way.FORCED || way == Way.DROPPED) {
      return Effort.LET_GO;
    }
    if (value.compareTo(LARGE) >= 0) {
      return Effort.VISIT;
    }
    if (cause.equals("staff_conduct") || cause.equals("poor_response_to_failure")) {
      return Effort.PERSONAL_CALL;
    }
    if (value.compareTo(MIDDLING) >= 0 || cause.equals("price") || cause.equals("competition")) {
      return Effort.OFFER;
    }
    return Effort.LETTER;
  }
}
