package org.redress.compensation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.TimeSpan;
import org.redress.compensation.CompensationRefused.Why;
import org.redress.compensation.policy.Authority;
import org.redress.compensation.policy.Authority.Gift;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Awards beyond their agent's limits: somebody above, but never who asks, says yes or no. */
@Component
public class Approvals {

  private final Ledger ledger;
  private final Authority authority;
  private final AwardSteps steps;

  Approvals(Ledger ledger, Authority authority, AwardSteps steps) {
    this.ledger = ledger;
    this.authority = authority;
    this.steps = steps;
  }

  /**
   * Somebody is asked to approve an award; told inside the same transaction. Told again with the
   * next rung when nobody answered in time.
   *
   * @param rung 1 for the first person asked, one more for each above
   * @param approver the user who is asked
   * @param at when the clock starts
   * @param within how long an answer may take
   */
  public record Asked(Award award, int rung, String approver, Instant at, TimeSpan within) {}

  /**
   * An award no longer waits for approval; told inside the same transaction.
   *
   * @param award as it is now: approved, refused or withdrawn
   * @param by the user who did it
   */
  public record Answered(Award award, String by, Instant at) {}

  /**
   * An award that waits for approval.
   *
   * @param ticket its number
   * @param customer what to call the customer
   * @param year what the customer is given within a year, this included
   * @param reason why it was proposed, if told
   * @param asked the user who was asked last
   * @param rung how many were asked
   */
  public record Waiting(
      Award award,
      String ticket,
      String customer,
      BigDecimal year,
      @Nullable String reason,
      String asked,
      Instant askedAt,
      String within,
      int rung) {}

  /**
   * Who must approve an award that is not on record yet; none when its agent may give it.
   *
   * @throws CompensationRefused when nobody on the team's ladder may
   */
  Optional<String> approverFor(Award award) {
    var gift = gift(award, award.cost());
    if (authority.allows(award.proposedBy(), gift)) {
      return Optional.empty();
    }
    return Optional.of(
        authority
            .next(gift, award.proposedBy(), Set.of())
            .orElseThrow(() -> new CompensationRefused(Why.NOBODY_MAY, award.cost())));
  }

  /** What waits for approval and this user may approve, the longest waiting first. */
  public List<Waiting> openTo(String user) {
    return ledger.waiting().stream()
        .filter(waiting -> !waiting.award().proposedBy().equals(user))
        .filter(waiting -> authority.allows(user, gift(waiting)))
        .toList();
  }

  /**
   * Says yes.
   *
   * @throws CompensationRefused when this user must not, or it no longer waits
   */
  @Transactional
  public Award approve(long id, String user, @Nullable String reason) {
    return answer(id, Step.APPROVED, user, reason);
  }

  /**
   * Says no, with a reason; the cost is free again.
   *
   * @throws CompensationRefused when this user must not, or it no longer waits
   */
  @Transactional
  public Award refuse(long id, String user, @Nullable String reason) {
    if (reason == null) {
      throw new CompensationRefused(Why.REASON_NEEDED);
    }
    return answer(id, Step.REFUSED, user, reason);
  }

  private Award answer(long id, Step step, String user, @Nullable String reason) {
    var award = ledger.forChange(id).orElseThrow(() -> new CompensationRefused(Why.UNKNOWN));
    if (award.proposedBy().equals(user)) {
      throw new CompensationRefused(Why.OWN);
    }
    if (!authority.allows(user, gift(award, BigDecimal.ZERO))) {
      throw new CompensationRefused(Why.ABOVE_LIMIT, award.cost());
    }
    return steps.answer(award, step, user, reason);
  }

  /**
   * Asks the next person up the ladder, because nobody answered in time.
   *
   * @return who is asked now; none when it no longer waits, or nobody is left above
   */
  @Transactional
  public Optional<String> climb(long id) {
    var award = ledger.forChange(id).filter(one -> one.state() == Step.PROPOSED);
    if (award.isEmpty()) {
      return Optional.empty();
    }
    var asked = ledger.asked(id);
    var next =
        authority.next(
            gift(award.get(), BigDecimal.ZERO), award.get().proposedBy(), Set.copyOf(asked));
    next.ifPresent(user -> steps.ask(award.get(), asked.size() + 1, user));
    return next;
  }

  private static Gift gift(Waiting waiting) {
    var award = waiting.award();
    return new Gift(award.team(), award.kind(), award.cost(), waiting.year());
  }

  /** What the customer is given within a year, and so much more. */
  private Gift gift(Award award, BigDecimal more) {
    var year = ledger.givenInYear(award.customerId(), award.proposedAt()).add(more);
    return new Gift(award.team(), award.kind(), award.cost(), year);
  }
}
