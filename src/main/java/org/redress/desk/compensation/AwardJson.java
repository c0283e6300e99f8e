package org.redress.desk.compensation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.compensation.Award;

/**
 * An award as programs see it.
 *
 * @param amount in money; none where money is not the point
 * @param state for instance {@code approved}
 */
record AwardJson(
    long id,
    String kind,
    @Nullable BigDecimal amount,
    String currency,
    String team,
    String state,
    @JsonProperty("proposed_by") String proposedBy,
    @JsonProperty("proposed_at") Instant proposedAt) {

  static AwardJson of(Award award) {
    return new AwardJson(
        award.id(),
        award.kind(),
        award.amount(),
        award.currency(),
        award.team(),
        award.state().key(),
        award.proposedBy(),
        award.proposedAt());
  }
}
