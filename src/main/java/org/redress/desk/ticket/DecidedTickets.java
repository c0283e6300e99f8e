package org.redress.desk.ticket;

import java.util.List;
import org.redress.access.Person;
import org.redress.decision.backtest.Past;
import org.redress.decision.backtest.PastComplaints;
import org.redress.decision.file.RuleBookReader;
import org.redress.decision.rule.Rule;
import org.redress.decision.version.RuleBooks;
import org.redress.desk.VisibleTickets;
import org.redress.ticket.Ticket;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Tickets with the decision that opened them and the rules that made it. */
@Component
class DecidedTickets {

  private final VisibleTickets tickets;
  private final PastComplaints complaints;
  private final RuleBooks books;

  DecidedTickets(VisibleTickets tickets, PastComplaints complaints, RuleBooks books) {
    this.tickets = tickets;
    this.complaints = complaints;
    this.books = books;
  }

  /** A ticket that must not be seen does not exist for the person. */
  Ticket visible(String number, Person me) {
    return tickets.visible(number, me);
  }

  /** The complaint behind a ticket, with its decision. */
  Past past(Ticket ticket) {
    return complaints.of(ticket.id()).orElseThrow(DecidedTickets::notFound);
  }

  /** The rules of the version that decided. */
  List<Rule> rules(Past past) {
    var version = past.recorded().ruleBook();
    return version.equals(books.active().version())
        ? books.active().rules()
        : books.files(version).map(files -> RuleBookReader.read(files).rules()).orElse(List.of());
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
