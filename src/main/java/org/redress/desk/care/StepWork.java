package org.redress.desk.care;

import java.util.List;
import java.util.Map;
import org.redress.access.Person;
import org.redress.desk.VisibleTickets;
import org.redress.ticket.Ticket;
import org.redress.ticket.aftercare.FollowUps;
import org.redress.ticket.care.CareStep;
import org.redress.ticket.care.CareSteps;
import org.redress.ticket.care.NotRecorded;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Takes tickets through their steps for people and for programs alike. */
@Component
public class StepWork {

  private final VisibleTickets tickets;
  private final CareSteps steps;
  private final FollowUps calls;

  StepWork(VisibleTickets tickets, CareSteps steps, FollowUps calls) {
    this.tickets = tickets;
    this.steps = steps;
    this.calls = calls;
  }

  /** A ticket that must not be seen does not exist for the person. */
  public Ticket visible(String number, Person me) {
    return tickets.visible(number, me);
  }

  /**
   * Finishes a step, or notes how a call ended.
   *
   * @param written what is written down, by field
   * @return the message that tells what happened
   * @throws CareSteps.Refused when another step comes first
   * @throws NotRecorded when something that must be written down is missing
   */
  public String finish(String number, CareStep step, Map<String, List<String>> written, Person me) {
    visible(number, me);
    if (step == CareStep.FOLLOW_UP) {
      return "call.done." + calls.called(number, me.name(), written).key();
    }
    steps.finish(number, step, me.name(), written);
    return "ticket.step.done";
  }

  /** Lets the call of a ticket go; for leads and managers only. */
  public void waive(String number, String reason, Person me) {
    visible(number, me);
    if (!me.leads()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    calls.waive(number, me.name(), reason);
  }
}
