package org.redress.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A known customer.
 *
 * @param externalId the company's own customer number
 * @param phone digits only, with a leading {@code +} where one was given
 * @param since first purchase
 * @param yearlyValue what the customer spends in a year, in the site's currency
 * @param churnRisk how likely the customer is to leave, from 0 to 100 percent
 * @param lastSatisfaction how satisfied the customer was when last asked, from 1 to 5
 */
public record Customer(
    long id,
    @Nullable String externalId,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    String tier,
    @Nullable LocalDate since,
    @Nullable BigDecimal yearlyValue,
    @Nullable BigDecimal churnRisk,
    @Nullable Integer lastSatisfaction,
    Instant createdAt) {

  /** The tier of customers nobody named one for. */
  public static final String STANDARD = "standard";

  /** What to call the customer on a screen. */
  public String displayName() {
    if (name != null) {
      return name;
    }
    if (email != null) {
      return email;
    }
    return phone != null ? phone : externalId != null ? externalId : "–";
  }
}
