package org.redress.desk.ticket;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.compensation.Offers;
import org.redress.customer.Customers;
import org.redress.deadline.Deadlines;
import org.redress.decision.DecisionRecords;
import org.redress.desk.ticket.CaseFile.Attached;
import org.redress.ticket.Conversation;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.redress.ticket.care.CareStep;
import org.redress.ticket.care.CareSteps;
import org.redress.ticket.care.CareSteps.Finished;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the parts of the ticket screen show. */
@Component
class TicketParts {

  private final CaseFile file;
  private final Work work;
  private final Owed owed;
  private final Customers customers;

  TicketParts(CaseFile file, Work work, Owed owed, Customers customers) {
    this.file = file;
    this.work = work;
    this.owed = owed;
    this.customers = customers;
  }

  /** What was done on tickets. */
  @Component
  record Work(
      CareSteps steps, Conversation conversation, History history, DecisionRecords decisions) {}

  /** What is owed on tickets. */
  @Component
  record Owed(Deadlines deadlines, Offers offers) {}

  /**
   * One of the eight steps.
   *
   * @param finished when and by whom; none when it is still to be done
   * @param next whether it is the one to do now
   */
  record Step(CareStep step, @Nullable Finished finished, boolean next) {

    public String key() {
      return step.key();
    }
  }

  /** Puts everything into the model; messages, explanation or history as the tab wants. */
  void show(Ticket ticket, String tab, Model model) {
    var attached =
        file.attached(ticket).stream().collect(Collectors.groupingBy(Attached::sourceId));
    model.addAttribute("ticket", ticket);
    model.addAttribute("tab", tab);
    model.addAttribute("files", attached);
    model.addAttribute("unsent", file.unsent(ticket));
    model.addAttribute("customer", customers.find(ticket.customerId()).orElseThrow());
    model.addAttribute("earlier", file.earlier(ticket));
    model.addAttribute("deadlines", owed.deadlines().of(ticket.id()));
    model.addAttribute("offers", owed.offers().of(ticket.id()));
    showSteps(ticket, model);
    showDecision(ticket, model);
    switch (tab) {
      case "history" -> model.addAttribute("history", work.history().of(ticket.id()));
      case "conversation" -> model.addAttribute("messages", work.conversation().of(ticket.id()));
      default -> model.addAttribute("tab", "why");
    }
  }

  private void showDecision(Ticket ticket, Model model) {
    var said = file.said(ticket);
    var why = work.decisions().of(ticket.id()).map(Why::of);
    var mentions = why.map(w -> w.decision().mentions()).orElse(Map.of());
    model.addAttribute("said", said);
    model.addAttribute("pieces", MarkedText.cut(said.text(), mentions));
    model.addAttribute("why", why.orElse(null));
    model.addAttribute("reasons", why.map(w -> w.reasons("deadline")).orElse(Map.of()));
  }

  private void showSteps(Ticket ticket, Model model) {
    Map<CareStep, Finished> finished = new LinkedHashMap<>();
    work.steps().finished(ticket).forEach(done -> finished.put(done.step(), done));
    var next = work.steps().next(ticket).orElse(null);
    List<Step> steps =
        Arrays.stream(CareStep.values())
            .map(step -> new Step(step, finished.get(step), step == next))
            .toList();
    model.addAttribute("steps", steps);
    model.addAttribute("next", next);
  }
}
