package org.redress.compensation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.redress.compensation.CompensationRefused.Why;
import org.redress.ticket.Ticket;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What agents do with offers: put forward, promise, give, take back. A step that was taken already
 * changes nothing, so that a retry or a double click does no harm.
 */
@Component
public class Awards {

  private final Drafting drafting;
  private final Ledger ledger;
  private final Budgets budgets;
  private final Approvals approvals;
  private final AwardSteps steps;

  Awards(Drafting drafting, Ledger ledger, Budgets budgets, Approvals approvals, AwardSteps steps) {
    this.drafting = drafting;
    this.ledger = ledger;
    this.budgets = budgets;
    this.approvals = approvals;
    this.steps = steps;
  }

  /**
   * What an agent wants to give.
   *
   * @param amount in the site's currency; none for the amount that the rules offer
   * @param reason needed where it is not what the rules offer
   */
  public record Wish(String kind, @Nullable BigDecimal amount, @Nullable String reason) {}

  /**
   * Puts an offer forward. Within the agent's limits it is approved at once, else somebody above is
   * asked; its cost is taken from the team's budget either way.
   *
   * @return the award, approved or proposed
   * @throws CompensationRefused when it must not be
   */
  @Transactional
  public Award propose(Ticket ticket, Wish wish, String actor) {
    var award = drafting.draft(ticket, wish, actor);
    ledger.lock(ticket);
    refuseSecond(award);
    var approver = approvals.approverFor(award);
    budgets.take(award);
    steps.propose(award, wish.reason());
    if (approver.isEmpty()) {
      return steps.take(award, Step.APPROVED, actor, null);
    }
    steps.ask(award, 1, approver.get());
    return award;
  }

  /** One offer of a kind for a ticket: what looks like a second one is a retry or a mistake. */
  private void refuseSecond(Award award) {
    for (var other : ledger.ofTicket(award.ticketId())) {
      if (other.kind().equals(award.kind()) && other.counts()) {
        throw new CompensationRefused(Why.ALREADY_OFFERED, other.kind(), other.state());
      }
    }
  }

  /**
   * The customer accepts an approved award.
   *
   * @throws CompensationRefused when it is not approved, or ended
   */
  @Transactional
  public Award promise(Ticket ticket, long id, String actor) {
    return steps.take(locked(ticket, id), Step.PROMISED, actor, null);
  }

  /**
   * The customer does not want an award; its cost is free again.
   *
   * @throws CompensationRefused when it was not approved yet, or ended
   */
  @Transactional
  public Award decline(Ticket ticket, long id, String actor, @Nullable String reason) {
    return steps.take(locked(ticket, id), Step.DECLINED, actor, reason);
  }

  /**
   * A promised award is given; once, however often this is called.
   *
   * @throws CompensationRefused when it was not promised, or ended
   */
  @Transactional
  public Award issue(Ticket ticket, long id, String actor) {
    return steps.take(locked(ticket, id), Step.ISSUED, actor, null);
  }

  /**
   * Takes an award back before it is given; what was promised only with a reason.
   *
   * @throws CompensationRefused when it ended, or the reason is missing
   */
  @Transactional
  public Award withdraw(Ticket ticket, long id, String actor, @Nullable String reason) {
    var award = locked(ticket, id);
    if (award.state() == Step.PROMISED && reason == null) {
      throw new CompensationRefused(Why.REASON_NEEDED);
    }
    return award.state() == Step.PROPOSED
        ? steps.answer(award, Step.WITHDRAWN, actor, reason)
        : steps.take(award, Step.WITHDRAWN, actor, reason);
  }

  private Award locked(Ticket ticket, long id) {
    return ledger
        .forChange(id)
        .filter(award -> award.ticketId() == ticket.id())
        .orElseThrow(() -> new CompensationRefused(Why.UNKNOWN));
  }
}
