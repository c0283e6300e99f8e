package org.redress.desk.care;

import java.util.List;
import org.redress.decision.Decisions;
import org.redress.desk.care.OpenStep.Choice;
import org.redress.desk.care.OpenStep.Input;
import org.redress.ticket.Ticket;
import org.redress.ticket.aftercare.Calls;
import org.redress.ticket.care.StepGuide;
import org.redress.ticket.care.StepGuide.Field;
import org.redress.ticket.care.StepRecording;
import org.springframework.stereotype.Component;

/** The fields of a step as inputs, filled with what the rules have read already. */
@Component
class Inputs {

  private static final String UNKNOWN = "unknown";

  private final Decisions decisions;
  private final StepRecording recording;
  private final Calls calls;

  Inputs(Decisions decisions, StepRecording recording, Calls calls) {
    this.decisions = decisions;
    this.recording = recording;
    this.calls = calls;
  }

  Calls calls() {
    return calls;
  }

  Input input(StepGuide guide, String name, Field field, Ticket ticket) {
    return new Input(
        name,
        field.label(),
        recording.takesSeveral(field),
        guide.must().contains(name),
        choices(field),
        known(field, ticket));
  }

  private List<Choice> choices(Field field) {
    if (field.choices() != null) {
      return field.choices().entrySet().stream()
          .map(choice -> new Choice(choice.getKey(), choice.getValue()))
          .toList();
    }
    return field.answers() == null
        ? List.of()
        : decisions.active().question(field.answers()).stream()
            .flatMap(question -> question.answers().entrySet().stream())
            .filter(answer -> !answer.getKey().equals(UNKNOWN))
            .map(answer -> new Choice(answer.getKey(), answer.getValue().label()))
            .toList();
  }

  private static List<String> known(Field field, Ticket ticket) {
    if ("cause".equals(field.answers())) {
      return List.of(ticket.verdict().cause());
    }
    return "demand".equals(field.answers()) ? ticket.verdict().demands() : List.of();
  }
}
