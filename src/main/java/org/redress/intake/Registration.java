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
import org.springframework.stereotype.Component;

/** Puts new complaints on record: what was said, by whom, and what the rules make of it. */
@Component
class Registration {

  private final Customers customers;
  private final Complaints complaints;
  private final Decisions decisions;
  private final CustomerHistory history;
  private final Cases cases;

  Registration(
      Customers customers,
      CustomerHistory history,
      Complaints complaints,
      Decisions decisions,
      Cases cases) {
    this.customers = customers;
    this.history = history;
    this.complaints = complaints;
    this.decisions = decisions;
    this.cases = cases;
  }

  List<Tickets.Request> register(List<Item> items) {
    var senders = items.stream().map(item -> item.said().sender()).toList();
    var known = customers.recognise(senders);
    var past = past(items, known);
    var requests = new ArrayList<Tickets.Request>();
    for (int i = 0; i < items.size(); i++) {
      var customer = known.get(i);
      var item = items.get(i);
      var complaint = complaints.create(item.received().receipt(), customer.id(), item.said());
      var before = past.getOrDefault(customer.id(), Past.NONE);
      past.put(customer.id(), before.withComplaint());
      var decision = decisions.decide(caseOf(item, customer, before));
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

  private Case caseOf(Item item, Customer customer, Past past) {
    var said = item.said();
    return cases.of(
        new Cases.Message(
            said.channel(),
            said.language(),
            said.receivedAt(),
            Case.wholeText(said.subject(), said.text()),
            item.understood().heard()),
        customer,
        past);
  }
}
