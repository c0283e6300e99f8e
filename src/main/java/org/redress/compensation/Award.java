package org.redress.compensation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An offer that somebody put forward for a customer.
 *
 * @param team whose budget pays, also when the ticket moves on
 * @param month the first day of the month whose budget pays
 * @param kind an answer of the question {@code compensation}, for instance {@code voucher}
 * @param amount in {@code currency}; none where money is not the point
 * @param state the last step of its ledger
 */
public record Award(
    long id,
    long ticketId,
    long customerId,
    String team,
    LocalDate month,
    String kind,
    @Nullable BigDecimal amount,
    String currency,
    String proposedBy,
    Instant proposedAt,
    Step state) {

  /** What it costs; zero without an amount. */
  public BigDecimal cost() {
    return amount == null ? BigDecimal.ZERO : amount;
  }

  /** Whether it is given, or may still be. */
  public boolean counts() {
    return !state.isNothing();
  }

  /** The kind, and the amount if there is one, as the history keeps it: {@code voucher: 50}. */
  String words() {
    return amount == null ? kind : kind + ": " + amount.toPlainString();
  }

  Award at(Step step) {
    return new Award(
        id,
        ticketId,
        customerId,
        team,
        month,
        kind,
        amount,
        currency,
        proposedBy,
        proposedAt,
        step);
  }
}
