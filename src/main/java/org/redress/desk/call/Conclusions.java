package org.redress.desk.call;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.deadline.clock.Foreseen;
import org.redress.decision.Answer;
import org.redress.decision.Decision;
import org.redress.decision.Proposal;
import org.redress.intake.preview.Cases;
import org.redress.intake.preview.Preview;
import org.redress.text.Text;
import org.redress.ticket.Ticket.Verdict;
import org.redress.ticket.care.CareStep;
import org.redress.ticket.care.Guidance;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the rules make of a call while it goes on, and what helps to say now. */
@Component
class Conclusions {

  /** The steps of care that a call goes through while the customer speaks. */
  private static final List<CareStep> LISTENING =
      List.of(CareStep.LISTEN, CareStep.EMPATHISE, CareStep.CLARIFY_DEMAND);

  private final Callers callers;
  private final Preview preview;
  private final Foreseen clocks;
  private final Guidance guidance;
  private final Clock clock;

  Conclusions(Callers callers, Preview preview, Foreseen clocks, Guidance guidance, Clock clock) {
    this.callers = callers;
    this.preview = preview;
    this.clocks = clocks;
    this.guidance = guidance;
    this.clock = clock;
  }

  /** Words for one step of listening. */
  record Say(CareStep step, Text words) {

    public String key() {
      return step.key();
    }
  }

  /** What may be offered, and why. */
  record Offered(String kind, @Nullable BigDecimal amount, Text because) {}

  /** Puts everything into the model; of an empty call only the words to say. */
  void show(CallForm form, Person me, String otherwise, Model model) {
    var language = form.spoken(otherwise);
    var decision = decide(form, me, language);
    model.addAttribute("spoken", language);
    model.addAttribute("say", say(Verdict.of(decision)));
    model.addAttribute("begun", !form.text().isEmpty());
    model.addAttribute("decision", decision);
    model.addAttribute("offered", offered(decision.answer("compensation")));
    model.addAttribute("clocks", clocks.of(decision, clock.instant()));
  }

  private Decision decide(CallForm form, Person me, String language) {
    var heard = CallSending.heard(form, me.name());
    return preview.of(
        new Cases.Message(CallSending.CHANNEL, language, clock.instant(), form.text(), heard),
        callers.chosen(form));
  }

  private static List<Offered> offered(Answer answer) {
    return answer.values().stream()
        .map(
            kind ->
                new Offered(
                    kind,
                    answer.detailOf(kind).map(BigDecimal::new).orElse(null),
                    why(answer, kind)))
        .toList();
  }

  private static Text why(Answer answer, String kind) {
    return answer.chosen().stream()
        .filter(proposal -> proposal.answer().equals(kind))
        .findFirst()
        .map(Proposal::because)
        .orElse(Text.alike(""));
  }

  private List<Say> say(Verdict verdict) {
    return LISTENING.stream()
        .flatMap(
            step -> guidance.of(step).sayTo(verdict).stream().limit(1).map(w -> new Say(step, w)))
        .toList();
  }
}
