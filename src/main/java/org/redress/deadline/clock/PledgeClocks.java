package org.redress.deadline.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.redress.calendar.TimeSpan;
import org.redress.compensation.Approvals;
import org.redress.deadline.tracker.StepsReached;
import org.redress.deadline.tracker.StepsReached.Reached;
import org.redress.ticket.Tickets;
import org.redress.ticket.review.CorrectiveActionAgreed;
import org.redress.ticket.review.CorrectiveActionDone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives approvals and corrective actions their clocks; a late approval goes one person up. */
@Component
class PledgeClocks {

  private static final Duration LONGEST = Duration.ofDays(3650);

  private final Pledges pledges;
  private final Tickets tickets;
  private final Approvals approvals;
  private final Clock clock;

  PledgeClocks(Pledges pledges, Tickets tickets, Approvals approvals, Clock clock) {
    this.pledges = pledges;
    this.tickets = tickets;
    this.approvals = approvals;
    this.clock = clock;
  }

  @EventListener
  void start(Approvals.Asked event) {
    var ticket = tickets.get(event.award().ticketId());
    pledges.pledge(ticket, Pledges.APPROVAL, event.within(), event.award().id());
  }

  @EventListener
  void stop(Approvals.Answered event) {
    var ticket = tickets.get(event.award().ticketId());
    pledges.keep(ticket, Pledges.APPROVAL, event.award().id(), event.at());
  }

  @EventListener
  void start(CorrectiveActionAgreed event) {
    var ticket = tickets.get(event.ticketId());
    pledges.pledge(ticket, Pledges.CORRECTIVE_ACTION, until(event.due()), event.id());
  }

  /** Real minutes up to a moment: at least one, and no longer than a clock runs. */
  private TimeSpan until(Instant due) {
    var minutes = Duration.between(clock.instant(), due).toMinutes();
    return new TimeSpan(
        (int) Math.max(1, Math.min(LONGEST.toMinutes(), minutes)), TimeSpan.Unit.MINUTES);
  }

  @EventListener
  void stop(CorrectiveActionDone event) {
    var ticket = tickets.get(event.ticketId());
    pledges.keep(ticket, Pledges.CORRECTIVE_ACTION, event.id(), event.at());
  }

  @EventListener
  void climb(StepsReached event) {
    event.steps().stream()
        .filter(step -> step.deadline().obligation().equals(Pledges.APPROVAL))
        .filter(step -> step.step().when().toString().equals("due"))
        .mapToLong(PledgeClocks::key)
        .forEach(approvals::climb);
  }

  private static long key(Reached step) {
    var ends = step.deadline().policy().endsWith();
    return Long.parseLong(ends.substring(ends.indexOf('#') + 1));
  }
}
