package org.redress.ticket.care;

import java.util.List;
import java.util.Map;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketStatus;
import org.redress.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes tickets through the care steps: none can be passed over, none counts without what must be
 * written down at it. The call to the customer has a class of its own.
 */
@Component
public class CareSteps {

  private final Tickets tickets;
  private final CarePlan plan;
  private final StepRecording recording;
  private final Finishing finishing;

  CareSteps(Tickets tickets, CarePlan plan, StepRecording recording, Finishing finishing) {
    this.tickets = tickets;
    this.plan = plan;
    this.recording = recording;
    this.finishing = finishing;
  }

  /** A step that must not be done now; the message says which may be. */
  public static class Refused extends RuntimeException {

    private final transient List<CareStep> due;

    Refused(CareStep step, List<CareStep> due) {
      super(
          due.isEmpty()
              ? "all care steps are done"
              : "%s cannot be done now; %s comes first"
                  .formatted(
                      step.key(), String.join(" or ", due.stream().map(CareStep::key).toList())));
      this.due = due;
    }

    /** The steps that may be done; none when all are done. */
    public List<CareStep> due() {
      return due;
    }
  }

  /**
   * Finishes a step of a ticket and with it, at the right steps, the ticket itself.
   *
   * @param written what is written down, by field
   * @throws Refused when another step comes first
   * @throws NotRecorded when something that must be written down is missing
   */
  @Transactional
  public void finish(
      String number, CareStep step, String actor, Map<String, List<String>> written) {
    if (step == CareStep.FOLLOW_UP) {
      throw new IllegalArgumentException("a call has an outcome");
    }
    var ticket = forStep(number, step);
    var checked = recording.checked(step, written);
    finishing.finish(ticket, step, checked, statusAfter(step), finishing.by(actor, null));
  }

  /**
   * The ticket, locked, whose step this is now.
   *
   * @throws Refused when another step comes first
   */
  public Ticket forStep(String number, CareStep step) {
    var ticket = tickets.forChange(number);
    var due = ticket.status() == TicketStatus.CLOSED ? List.<CareStep>of() : plan.due(ticket);
    if (!due.contains(step)) {
      throw new Refused(step, due);
    }
    return ticket;
  }

  private static TicketStatus statusAfter(CareStep step) {
    return switch (step) {
      case GIVE_RESULT -> TicketStatus.SOLVED;
      case REVIEW -> TicketStatus.CLOSED;
      default -> TicketStatus.OPEN;
    };
  }
}
