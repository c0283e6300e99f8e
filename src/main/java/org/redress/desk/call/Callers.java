package org.redress.desk.call;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.customer.Customer;
import org.redress.customer.CustomerSearch;
import org.redress.customer.Customers;
import org.redress.ticket.Ticket;
import org.redress.ticket.Tickets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may be calling: customers on record who fit what is typed, with their open tickets. */
@Repository
class Callers {

  private static final int MOST_SHOWN = 5;
  private static final int MOST_TICKETS = 40;

  private final Customers customers;
  private final CustomerSearch search;
  private final Tickets tickets;
  private final JdbcClient jdbc;

  Callers(Customers customers, CustomerSearch search, Tickets tickets, JdbcClient jdbc) {
    this.customers = customers;
    this.search = search;
    this.tickets = tickets;
    this.jdbc = jdbc;
  }

  /**
   * A customer on record.
   *
   * @param complaints how many the customer made so far
   * @param open tickets that are not closed, the newest first
   * @param certain whether number or address are exactly this customer's
   */
  record Caller(Customer customer, long complaints, List<Ticket> open, boolean certain) {

    public String key() {
      return "c:" + customer.id();
    }
  }

  /** The customer the call would be booked on, as far as is known. */
  Optional<Customer> chosen(CallForm form) {
    return form.customer()
        .flatMap(customers::find)
        .or(() -> joined(form).flatMap(ticket -> customers.find(ticket.customerId())))
        .or(() -> customers.find(form.sender()));
  }

  /** The ticket the call is to be added to. */
  Optional<Ticket> joined(CallForm form) {
    return form.ticket().flatMap(tickets::find);
  }

  Optional<Ticket> ticket(String number) {
    return tickets.find(number);
  }

  /** The ticket of a call, as soon as it is open. */
  Optional<Ticket> opened(String receipt) {
    return jdbc.sql(
            """
            select t.number from ticket t join complaint c on c.id = t.complaint_id
            where c.receipt = :receipt
            """)
        .param("receipt", receipt)
        .query(String.class)
        .optional()
        .flatMap(tickets::find);
  }

  /** Those who fit what is typed; who is certain or chosen comes first. */
  List<Caller> find(CallForm form) {
    var found = new LinkedHashMap<Long, Customer>();
    var certain = customers.find(form.sender());
    certain.ifPresent(customer -> found.put(customer.id(), customer));
    chosen(form).ifPresent(customer -> found.putIfAbsent(customer.id(), customer));
    for (var customer : search.find(form.phone(), form.name(), form.email(), MOST_SHOWN)) {
      found.putIfAbsent(customer.id(), customer);
    }
    return callers(new ArrayList<>(found.values()), certain.map(Customer::id).orElse(0L));
  }

  private List<Caller> callers(List<Customer> found, long certain) {
    if (found.isEmpty()) {
      return List.of();
    }
    var shown = found.subList(0, Math.min(MOST_SHOWN, found.size()));
    var ids = shown.stream().map(Customer::id).toList();
    var counts = complaints(ids);
    var open = tickets.unclosed(ids, MOST_TICKETS).stream().collect(groupingBy(Ticket::customerId));
    return shown.stream()
        .map(
            c ->
                new Caller(
                    c,
                    counts.getOrDefault(c.id(), 0L),
                    open.getOrDefault(c.id(), List.of()),
                    c.id() == certain))
        .toList();
  }

  private Map<Long, Long> complaints(List<Long> customerIds) {
    var counts = new LinkedHashMap<Long, Long>();
    jdbc.sql(
            """
            select customer_id, count(*) as complaints from complaint
            where customer_id in (:customers) group by customer_id
            """)
        .param("customers", customerIds)
        .query(
            row -> {
              counts.put(row.getLong("customer_id"), row.getLong("complaints"));
            });
    return counts;
  }
}
