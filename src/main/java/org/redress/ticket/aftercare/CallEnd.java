package org.redress.ticket.aftercare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketStatus;
import org.redress.ticket.care.CarePlan;
import org.redress.ticket.care.CareStep;
import org.redress.ticket.care.Finishing;
import org.redress.ticket.care.StepGuide;
import org.redress.ticket.work.Reopening;
import org.springframework.stereotype.Component;

/** What the end of a call makes of a locked ticket. */
@Component
class CallEnd {

  private final Finishing finishing;
  private final CarePlan plan;
  private final Reopening reopening;
  private final Satisfaction satisfaction;
  private final Retrying retrying;

  CallEnd(
      Finishing finishing,
      CarePlan plan,
      Reopening reopening,
      Satisfaction satisfaction,
      Retrying retrying) {
    this.finishing = finishing;
    this.plan = plan;
    this.reopening = reopening;
    this.satisfaction = satisfaction;
    this.retrying = retrying;
  }

  By by(String actor, @Nullable String reason) {
    return finishing.by(actor, reason);
  }

  void satisfied(Ticket ticket, Map<String, List<String>> written, By by) {
    satisfaction.heard(ticket, Satisfaction.SATISFIED);
    finish(ticket, Outcome.SATISFIED, written, by);
  }

  /** It stays solved for the moment it takes to open it again. */
  void notSatisfied(Ticket ticket, Map<String, List<String>> written, By by) {
    satisfaction.heard(ticket, Satisfaction.NOT_SATISFIED);
    finish(ticket, Outcome.NOT_SATISFIED, written, TicketStatus.SOLVED, by);
    reopening.reopenHigher(ticket.number(), by.actor(), written.get(StepGuide.NOTE).get(0));
  }

  void notReached(Ticket ticket, Map<String, List<String>> written, By by) {
    if (retrying.wasLastTry(ticket, by)) {
      finish(ticket, Outcome.NOT_REACHED, written, by);
    }
  }

  void waived(Ticket ticket, By by) {
    finish(ticket, Outcome.WAIVED, Map.of(), by);
  }

  private void finish(Ticket ticket, Outcome outcome, Map<String, List<String>> written, By by) {
    var after = plan.owesReview(ticket) ? TicketStatus.SOLVED : TicketStatus.CLOSED;
    finish(ticket, outcome, written, after, by);
  }

  private void finish(
      Ticket ticket,
      Outcome outcome,
      Map<String, List<String>> written,
      TicketStatus after,
      By by) {
    var fields = new LinkedHashMap<>(written);
    fields.put(FollowUps.OUTCOME, List.of(outcome.key()));
    finishing.finish(ticket, CareStep.FOLLOW_UP, fields, after, by);
  }
}
