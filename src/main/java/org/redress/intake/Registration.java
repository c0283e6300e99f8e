package org.redress.intake;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.access.SiteSettings;
import org.redress.complaint.Complaint;
import org.redress.complaint.Complaints;
import org.redress.complaint.IncomingComplaint;
import org.redress.customer.Customer;
import org.redress.customer.Customers;
import org.redress.decision.Case;
import org.redress.decision.Circumstances;
import org.redress.decision.Decisions;
import org.redress.decision.rule.NumberFact;
import org.redress.intake.Processing.Item;
import org.redress.storage.Ids;
import org.redress.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Puts new complaints on record: what was said, by whom, and what the rules make of it. */
@Component
class Registration {

  private static final Duration REPETITION = Duration.ofDays(90);

  private final Customers customers;
  private final Complaints complaints;
  private final Decisions decisions;
  private final Ids ids;
  private final ZoneId zone;

  Registration(
      Customers customers, Complaints complaints, Decisions decisions, Ids ids, SiteSettings site) {
    this.customers = customers;
    this.complaints = complaints;
    this.decisions = decisions;
    this.ids = ids;
    this.zone = site.timeZone();
  }

  List<Tickets.Request> register(List<Item> items) {
    var senders = items.stream().map(item -> item.said().sender()).toList();
    var known = customers.recognise(senders);
    var earlier = earlierComplaints(items, known);
    var requests = new ArrayList<Tickets.Request>();
    for (int i = 0; i < items.size(); i++) {
      var customer = known.get(i);
      var item = items.get(i);
      var complaint =
          new Complaint(ids.next(), item.received().receipt(), customer.id(), item.said());
      var made = earlier.merge(customer.id(), 1, Integer::sum) - 1;
      var decision = decisions.decide(caseOf(item.said(), customer, made));
      requests.add(new Tickets.Request(complaint, customer, decision));
    }
    complaints.register(requests.stream().map(Tickets.Request::complaint).toList());
    return requests;
  }

  /** How many complaints each customer made in the 90 days before the earliest of these. */
  private Map<Long, Integer> earlierComplaints(List<Item> items, List<Customer> known) {
    var first = items.stream().map(item -> item.said().receivedAt()).min(Comparator.naturalOrder());
    var customerIds = known.stream().map(Customer::id).distinct().toList();
    return new HashMap<>(complaints.countSince(customerIds, first.orElseThrow().minus(REPETITION)));
  }

  private Case caseOf(IncomingComplaint said, Customer customer, int earlier) {
    var text = said.subject() == null ? said.text() : said.subject() + "\n" + said.text();
    var received = said.receivedAt().atZone(zone).toLocalDateTime();
    return new Case(
        text,
        new Circumstances(
            said.channel(),
            said.language(),
            received,
            customer.tier(),
            numbers(customer, received.toLocalDate(), earlier)));
  }

  private static Map<NumberFact, Double> numbers(Customer customer, LocalDate day, int earlier) {
    var numbers = new EnumMap<NumberFact, Double>(NumberFact.class);
    numbers.put(NumberFact.COMPLAINTS_IN_90_DAYS, (double) earlier);
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
