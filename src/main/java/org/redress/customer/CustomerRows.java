package org.redress.customer;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.redress.customer.Customers.Renamed;
import org.redress.storage.Instants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes customers, many at once. */
@Repository
class CustomerRows {

  private final JdbcTemplate batch;
  private final PhoneEndings endings;
  private final ApplicationEventPublisher events;

  CustomerRows(JdbcTemplate batch, PhoneEndings endings, ApplicationEventPublisher events) {
    this.batch = batch;
    this.endings = endings;
    this.events = events;
  }

  void insert(List<Customer> customers) {
    if (customers.isEmpty()) {
      return;
    }
    batch.batchUpdate(
        """
        insert into customer (id, external_id, name, email, phone, tier, created_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        customers.stream().map(CustomerRows::row).toList());
    endings.insert(customers);
  }

  private static Object[] row(Customer c) {
    return new Object[] {
      c.id(), c.externalId(), c.name(), c.email(), c.phone(), c.tier(), Instants.bind(c.createdAt())
    };
  }

  /**
   * Writes names and tiers.
   *
   * @param before as far as they were on record, these customers and others
   */
  void update(List<Customer> before, Collection<Customer> customers) {
    if (customers.isEmpty()) {
      return;
    }
    batch.batchUpdate(
        "update customer set name = ?, tier = ? where id = ?",
        customers.stream().map(c -> new Object[] {c.name(), c.tier(), c.id()}).toList());
    var names = customers.stream().collect(Collectors.toMap(Customer::id, Customer::displayName));
    var renamed =
        before.stream()
            .filter(
                c -> !Objects.equals(names.getOrDefault(c.id(), c.displayName()), c.displayName()))
            .map(Customer::id)
            .collect(Collectors.toSet());
    if (!renamed.isEmpty()) {
      events.publishEvent(new Renamed(renamed));
    }
  }
}
