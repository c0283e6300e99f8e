package org.redress.compensation;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.redress.compensation.CompensationRefused.Why;
import org.redress.compensation.policy.Policy;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes the steps of awards: in the ledger, in the ticket's history, and told to who listens. */
@Component
class AwardSteps {

  private final Ledger ledger;
  private final Changes changes;
  private final Policy policy;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AwardSteps(
      Ledger ledger,
      Changes changes,
      Policy policy,
      ApplicationEventPublisher events,
      Clock clock) {
    this.ledger = ledger;
    this.changes = changes;
    this.policy = policy;
    this.events = events;
    this.clock = clock;
  }

  /** Puts an award on record as proposed. */
  void propose(Award award, @Nullable String reason) {
    ledger.insert(award);
    write(award, Step.PROPOSED, award.proposedBy(), reason);
  }

  /**
   * Takes a step of an award that is new or locked; nothing happens when it stands there already.
   *
   * @return the award as it is now
   * @throws CompensationRefused when the step does not follow from where it stands
   */
  Award take(Award award, Step step, String actor, @Nullable String reason) {
    if (award.state() == step) {
      return award;
    }
    if (!Step.mayFollow(award.state(), step)) {
      throw new CompensationRefused(Why.NOT_NOW, step, award.state());
    }
    return write(award, step, actor, reason);
  }

  /**
   * Takes the step that ends the wait for approval.
   *
   * @throws CompensationRefused when the award does not wait for it
   */
  Award answer(Award award, Step step, String actor, @Nullable String reason) {
    var after = take(award, step, actor, reason);
    if (after != award) {
      events.publishEvent(new Approvals.Answered(after, actor, clock.instant()));
    }
    return after;
  }

  /** Asks somebody to approve an award. */
  void ask(Award award, int rung, String approver) {
    var now = clock.instant();
    var within = policy.approval().within();
    ledger.ask(award.id(), rung, approver, now, within);
    changes.note(
        award.ticketId(), "approval_asked", null, approver, By.person(award.proposedBy(), now));
    events.publishEvent(new Approvals.Asked(award, rung, approver, now, within));
  }

  private Award write(Award award, Step step, String actor, @Nullable String reason) {
    var now = clock.instant();
    ledger.add(award, step, now, actor, reason);
    changes.note(
        award.ticketId(),
        "offer_" + step.key(),
        null,
        award.words(),
        By.person(actor, now, reason));
    return award.at(step);
  }
}
