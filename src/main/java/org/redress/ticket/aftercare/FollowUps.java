package org.redress.ticket.aftercare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ticket.care.CareStep;
import org.redress.ticket.care.CareSteps;
import org.redress.ticket.care.NotRecorded;
import org.redress.ticket.care.StepGuide;
import org.redress.ticket.care.StepRecording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The call to the customer after the result, or what took its place. */
@Component
public class FollowUps {

  /** The field that holds how a call ended. */
  public static final String OUTCOME = "outcome";

  private final CareSteps steps;
  private final StepRecording recording;
  private final CallEnd end;

  FollowUps(CareSteps steps, StepRecording recording, CallEnd end) {
    this.steps = steps;
    this.recording = recording;
    this.end = end;
  }

  /**
   * Notes how a call ended. Who is not satisfied finds the ticket opened again, one rank higher;
   * who was not reached is called again.
   *
   * @param written the {@link #OUTCOME} and whatever else is written down at the step
   * @return how it ended
   * @throws CareSteps.Refused when it is not yet time for the call
   * @throws NotRecorded when the outcome is missing, or what is still wrong
   */
  @Transactional
  public Outcome called(String number, String actor, Map<String, List<String>> written) {
    var ticket = steps.forStep(number, CareStep.FOLLOW_UP);
    var fields = new LinkedHashMap<>(written);
    var outcome = outcome(fields.remove(OUTCOME));
    var checked = recording.checked(CareStep.FOLLOW_UP, fields);
    if (outcome == Outcome.NOT_SATISFIED && !checked.containsKey(StepGuide.NOTE)) {
      throw NotRecorded.missing(CareStep.FOLLOW_UP, List.of(StepGuide.NOTE));
    }
    var by = end.by(actor, null);
    switch (outcome) {
      case SATISFIED -> end.satisfied(ticket, checked, by);
      case NOT_SATISFIED -> end.notSatisfied(ticket, checked, by);
      default -> end.notReached(ticket, checked, by);
    }
    return outcome;
  }

  /**
   * Lets the call go.
   *
   * @param reason why; it stands in the history
   * @throws CareSteps.Refused when it is not yet time for the call
   */
  @Transactional
  public void waive(String number, String actor, String reason) {
    var ticket = steps.forStep(number, CareStep.FOLLOW_UP);
    end.waived(ticket, end.by(actor, reason));
  }

  private static Outcome outcome(@Nullable List<String> given) {
    if (given == null || given.isEmpty() || given.get(0).isBlank()) {
      throw NotRecorded.missing(CareStep.FOLLOW_UP, List.of(OUTCOME));
    }
    return Outcome.ofCall(given.get(0))
        .orElseThrow(
            () -> NotRecorded.noChoice(CareStep.FOLLOW_UP, OUTCOME, given.get(0), Outcome.keys()));
  }
}
