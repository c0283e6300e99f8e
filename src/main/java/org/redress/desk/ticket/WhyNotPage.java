package org.redress.desk.ticket;

import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.decision.Asking;
import org.redress.decision.Case;
import org.redress.decision.Decision;
import org.redress.decision.explain.Retraced;
import org.redress.decision.explain.SideBySide;
import org.redress.decision.version.Inspection;
import org.redress.decision.version.Inspector;
import org.redress.decision.version.RuleBooks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Why a rule did not speak on a ticket, and what today's rules would say. */
@Controller
@RequestMapping("/tickets/{number}")
class WhyNotPage {

  private final DecidedTickets tickets;
  private final RuleBooks books;
  private final Inspector inspector;

  WhyNotPage(DecidedTickets tickets, RuleBooks books, Inspector inspector) {
    this.tickets = tickets;
    this.books = books;
    this.inspector = inspector;
  }

  /** The near misses of a question, and one rule in full. */
  @GetMapping("/why-not")
  String whyNot(
      @PathVariable String number,
      @RequestParam(defaultValue = "category") String question,
      @RequestParam(defaultValue = "") String rule,
      Person me,
      Model model) {
    var ticket = tickets.visible(number, me);
    var past = tickets.past(ticket);
    var retraced = new Retraced(past.recorded(), past.text(), tickets.rules(past));
    var rules = retraced.rulesOf(question);
    model.addAttribute("ticket", ticket);
    model.addAttribute("question", question);
    model.addAttribute("rules", rules);
    model.addAttribute("near", retraced.nearMisses(question));
    model.addAttribute("asked", rule);
    model.addAttribute(
        "test",
        rules.stream()
            .filter(one -> one.name().equals(rule.strip()))
            .findFirst()
            .map(retraced::test)
            .orElse(null));
    return "why-not";
  }

  /** The complaint decided again by today's rules, and to be sure by the ones of then. */
  @GetMapping("/replay")
  String replay(@PathVariable String number, Person me, Model model) {
    if (!me.readsRules()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    var ticket = tickets.visible(number, me);
    var past = tickets.past(ticket);
    var recorded = past.recorded();
    var complaint = new Case(past.text(), recorded.circumstances());
    model.addAttribute("ticket", ticket);
    model.addAttribute("recorded", recorded.ruleBook());
    model.addAttribute("active", books.active().version());
    model.addAttribute("sides", SideBySide.of(recorded, Asking.decide(books.active(), complaint)));
    model.addAttribute("same", saysTheSameToday(recorded, complaint));
    return "replay";
  }

  /** Whether the version that decided would decide the same once more; unknown when it is gone. */
  private @Nullable Boolean saysTheSameToday(Decision recorded, Case complaint) {
    return books
        .files(recorded.ruleBook())
        .map(inspector::inspect)
        .flatMap(Inspection::book)
        .map(book -> Asking.decide(book, complaint))
        .map(again -> SideBySide.of(recorded, again).stream().noneMatch(SideBySide::differs))
        .orElse(null);
  }
}
