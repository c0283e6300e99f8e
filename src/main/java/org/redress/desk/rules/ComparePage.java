package org.redress.desk.rules;

import org.redress.decision.backtest.PastComplaints;
import org.redress.decision.backtest.Redeciding;
import org.redress.decision.explain.SideBySide;
import org.redress.decision.version.Drafts;
import org.redress.decision.version.Inspector;
import org.redress.decision.version.RuleBooks;
import org.redress.ticket.Tickets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One past complaint decided by the rule book in force and by a draft, side by side. */
@Controller
class ComparePage {

  private final Drafts drafts;
  private final RuleBooks books;
  private final Inspector inspector;
  private final Tickets tickets;
  private final PastComplaints complaints;

  ComparePage(
      Drafts drafts,
      RuleBooks books,
      Inspector inspector,
      Tickets tickets,
      PastComplaints complaints) {
    this.drafts = drafts;
    this.books = books;
    this.inspector = inspector;
    this.tickets = tickets;
    this.complaints = complaints;
  }

  @GetMapping("/rules/drafts/{id}/compare/{number}")
  String compare(@PathVariable long id, @PathVariable String number, Model model) {
    var draft = drafts.find(id).orElseThrow(ComparePage::notFound);
    var ticket = tickets.find(number).orElseThrow(ComparePage::notFound);
    var past = complaints.of(ticket.id()).orElseThrow(ComparePage::notFound);
    var book = inspector.inspect(draft.files()).book();
    if (book.isPresent()) {
      var both = new Redeciding(books.active(), book.get()).decide(past);
      model.addAttribute("sides", SideBySide.of(both.before(), both.after()));
    }
    model.addAttribute("draft", draft);
    model.addAttribute("ticket", ticket);
    model.addAttribute("text", past.text());
    return "rules-compare";
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
