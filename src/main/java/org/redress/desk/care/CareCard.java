package org.redress.desk.care;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.care.OpenStep.Input;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketStatus;
import org.redress.ticket.aftercare.Outcome;
import org.redress.ticket.care.CarePlan;
import org.redress.ticket.care.CareRecords.Finished;
import org.redress.ticket.care.CareStep;
import org.redress.ticket.care.Guidance;
import org.redress.ticket.care.StepGuide;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The card of the care steps: what was done, and what to do, say and write down now. */
@Component
class CareCard {

  private final CarePlan plan;
  private final Guidance guidance;
  private final Inputs inputs;
  private final StepWords words;

  CareCard(CarePlan plan, Guidance guidance, Inputs inputs, StepWords words) {
    this.plan = plan;
    this.guidance = guidance;
    this.inputs = inputs;
    this.words = words;
  }

  /**
   * One of the steps.
   *
   * @param finished when and by whom; none when it is still to be done
   * @param recorded what was written down, in words
   * @param next whether it may be done now
   */
  record Step(
      CareStep step, @Nullable Finished finished, Map<String, String> recorded, boolean next) {

    public String key() {
      return step.key();
    }
  }

  /** Puts the card into the model. */
  void show(Ticket ticket, Model model) {
    var finished = new LinkedHashMap<CareStep, Finished>();
    plan.finished(ticket).forEach(done -> finished.put(done.step(), done));
    var due = ticket.status() == TicketStatus.CLOSED ? List.<CareStep>of() : plan.due(ticket);
    var steps = new ArrayList<Step>();
    for (var step : plan.steps(ticket)) {
      var done = finished.get(step);
      steps.add(new Step(step, done, done == null ? Map.of() : recorded(done), due.contains(step)));
    }
    model.addAttribute("steps", steps);
    model.addAttribute("open", due.stream().map(step -> open(step, ticket)).toList());
    if (due.contains(CareStep.FOLLOW_UP)) {
      model.addAttribute("tried", inputs.calls().latest(ticket).orElse(null));
      model.addAttribute("outcomes", Outcome.OF_A_CALL);
    }
  }

  private Map<String, String> recorded(Finished done) {
    var recorded = new LinkedHashMap<String, String>();
    done.fields()
        .forEach(
            (name, values) ->
                recorded.put(
                    words.label(done.step(), name), words.values(done.step(), name, values)));
    return recorded;
  }

  private OpenStep open(CareStep step, Ticket ticket) {
    var guide = guidance.of(step);
    var shown = new ArrayList<Input>();
    guide
        .record()
        .forEach(
            (name, field) -> {
              if (!name.equals(StepGuide.NOTE)) {
                shown.add(inputs.input(guide, name, field, ticket));
              }
            });
    return new OpenStep(
        step.key(),
        guide.task(),
        guide.sayTo(ticket.verdict()),
        shown,
        guide.record().get(StepGuide.NOTE).label());
  }
}
