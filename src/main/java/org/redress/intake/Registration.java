package org.redress.intake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.redress.access.SiteSettings;
import org.redress.complaint.Complaints;
import org.redress.complaint.IncomingComplaint;
import org.redress.customer.Customer;
import org.redress.customer.CustomerHistory;
import org.redress.customer.CustomerHistory.Past;
import org.redress.customer.Customers;
import org.redress.decision.Case;
import org.redress.decision.Circumstances;
import org.redress.decision.Decisions;
import org.redress.decision.rule.NumberFact;
import org.redress.intake.Processing.Item;
import org.redress.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Puts new complaints on record: what was said, by whom, and what the rules make of it. */
@Component
class Registration {

  private final Customers customers;
  private final Complaints complaints;
  private final Decisions decisions;
  private final CustomerHistory history;
  private final ZoneId zone;

  Registration(
      Customers customers,
      CustomerHistory history,
      Complaints complaints,
      Decisions decisions,
      SiteSettings site) {
    this.customers = customers;
    this.history = history;
    this.complaints = complaints;
    this.decisions = decisions;
    this.zone = site.timeZone();
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
      var decision = decisions.decide(caseOf(item.said(), customer, before));
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

  private Case caseOf(IncomingComplaint said, Customer customer, Past past) {
    var text = said.subject() == null ? said.text() : said.subject() + "\n" + said.text();
    var received = said.receivedAt().atZone(zone).toLocalDateTime();
    return new Case(
        text,
        new Circumstances(
            said.channel(),
            said.language(),
            received,
            customer.tier(),
            numbers(customer, received.toLocalDate(), past)));
  }

  private static Map<NumberFact, Double> numbers(Customer customer, LocalDate day, Past past) {
    var numbers = new EnumMap<NumberFact, Double>(NumberFact.class);
    numbers.put(NumberFact.COMPLAINTS_IN_90_DAYS, (double) past.complaints());
    numbers.put(NumberFact.COMPENSATIONS_IN_A_YEAR, (double) past.compensations());
    numbers.put(NumberFact.MONEY_GIVEN_IN_A_YEAR, past.given().doubleValue());
    if (customer.since() != null) {
      var months = ChronoUnit.MONTHS.between(customer.since(), day);
      numbers.put(NumberFact.TENURE_MONTHS, (double) Math.max(0, months));
    }
    if (customer.yearlyValue() != null) {
      numbers.put(NumberFact.VALUE, customer.yearlyValue().doubleValue());
    }
    if (customer.churnRisk() != null) {
      numbers.put(NumberFact.CHURN_RISK, customer.churnRisk().doubleValue());
    }
    if (customer.lastSatisfaction() != null) {
      numbers.put(NumberFact.LAST_SATISFACTION, customer.lastSatisfaction().doubleValue());
    }
    return numbers;
  }
}
