package org.redress.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.redress.complaint.Complaints;
import org.redress.customer.Customer;
import org.redress.customer.CustomerHistory;
import org.redress.customer.CustomerHistory.Past;
import org.redress.customer.Customers;
import org.redress.decision.Case;
import org.redress.decision.Decisions;
import org.redress.intake.Processing.Item;
import org.redress.intake.preview.Cases;
import org.redress.ticket.Tickets;
import org.redress.ticket.problem.Recent;
import org.springframework.stereotype.Component;

/** Puts new complaints on record: what was said, by whom, and what the rules make of it. */
@Component
class Registration {

  private final Customers customers;
  private final Complaints complaints;
  private final Decisions decisions;
  private final CustomerHistory history;
  private final Telling telling;

  Registration(
      Customers customers,
      CustomerHistory history,
      Complaints complaints,
      Decisions decisions,
      Telling telling) {
    this.customers = customers;
    this.history = history;
    this.complaints = complaints;
    this.decisions = decisions;
    this.telling = telling;
  }

  /** What the rules are shown of what is told, and who told the same lately. */
  @Component
  record Telling(Cases cases, Recent recent) {

    Case of(Item item, Customer customer, Past past, int sameFault) {
      var said = item.said();
      var message =
          new Cases.Message(
              said.channel(),
              said.language(),
              said.receivedAt(),
              whole(item),
              item.understood().heard());
      return cases.of(message, customer, past, sameFault);
    }
  }

  List<Tickets.Request> register(List<Item> items) {
    var senders = items.stream().map(item -> item.said().sender()).toList();
    var known = customers.recognise(senders);
    var past = past(items, known);
    var together = telling.recent().round();
    var requests = new ArrayList<Tickets.Request>();
    for (int i = 0; i < items.size(); i++) {
      var customer = known.get(i);
      var item = items.get(i);
      var complaint = complaints.create(item.received().receipt(), customer.id(), item.said());
      var before = past.getOrDefault(customer.id(), Past.NONE);
      past.put(customer.id(), before.withComplaint());
      var sameFault = together.customers(customer.id(), complaint.receivedAt(), whole(item));
      var decision = decisions.decide(telling.of(item, customer, before, sameFault));
      requests.add(new Tickets.Request(complaint, customer, decision));
    }
    complaints.register(requests.stream().map(Tickets.Request::complaint).toList());
    return requests;
  }

  /** What each customer did before the earliest of these messages. */
  private Map<Long, Past> past(List<Item> items, List<Customer> known) {
    var first = items.stream().map(item -> item.said().receivedAt()).min(Comparator.naturalOrder());
    return history.of(known.stream().map(Customer::id).distinct().toList(), first.orElseThrow());
  }

  private static String whole(Item item) {
    return Case.wholeText(item.said().subject(), item.said().text());
  }
}
