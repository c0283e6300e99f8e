package org.redress.desk.ticket;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.customer.Customers;
import org.redress.deadline.Arithmetic;
import org.redress.deadline.Deadlines;
import org.redress.decision.DecisionRecords;
import org.redress.decision.Decisions;
import org.redress.desk.care.Aftercare;
import org.redress.desk.compensation.OfferList;
import org.redress.desk.mail.Folded;
import org.redress.desk.mail.MailParts;
import org.redress.desk.ticket.CaseFile.Attached;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the parts of the ticket screen show. */
@Component
class TicketParts {

  private final CaseFile file;
  private final Work work;
  private final Owed owed;
  private final Customers customers;
  private final Aftercare care;

  TicketParts(CaseFile file, Work work, Owed owed, Customers customers, Aftercare care) {
    this.file = file;
    this.work = work;
    this.owed = owed;
    this.customers = customers;
    this.care = care;
  }

  /** What was done on tickets. */
  @Component
  record Work(History history, DecisionRecords decisions, MailParts mails) {}

  /** What is owed on tickets. */
  @Component
  record Owed(Deadlines deadlines, Arithmetic arithmetic, OfferList offers, Decisions rules) {

    void show(Ticket ticket, Model model) {
      var all = deadlines.of(ticket.id());
      model.addAttribute("deadlines", all);
      model.addAttribute("dues", arithmetic.of(ticket, all));
      model.addAttribute("troubles", deadlines.troubles(ticket.id()));
      model.addAttribute(
          "priorities",
          rules
              .active()
              .question("priority")
              .map(question -> question.answers().keySet())
              .orElse(Set.of()));
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
    var customer = customers.find(ticket.customerId()).orElseThrow();
    model.addAttribute("customer", customer);
    work.mails().show(ticket, customer, model);
    model.addAttribute("earlier", file.earlier(ticket));
    owed.show(ticket, model);
    model.addAttribute("offers", owed.offers().of(ticket));
    care.show(ticket, model);
    showDecision(ticket, model);
    switch (tab) {
      case "history" -> model.addAttribute("history", work.history().of(ticket.id()));
      case "conversation" -> work.mails().showConversation(ticket, model);
      default -> model.addAttribute("tab", "why");
    }
  }

  private void showDecision(Ticket ticket, Model model) {
    var said = file.said(ticket);
    var why = work.decisions().of(ticket.id()).map(Why::of);
    var mentions = why.map(Why::telling).orElse(Map.of());
    model.addAttribute("said", said);
    var folded = Folded.of(said.text());
    model.addAttribute("pieces", MarkedText.cut(folded.own(), mentions));
    model.addAttribute("quoted", folded.rest());
    model.addAttribute("why", why.orElse(null));
    model.addAttribute("reasons", why.map(w -> w.reasons("deadline")).orElse(Map.of()));
  }
}
