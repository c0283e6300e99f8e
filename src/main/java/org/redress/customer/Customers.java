package org.redress.customer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Sender;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The customers on record. */
@Repository
public class Customers {

  static final RowMapper<Customer> ROW =
      (row, number) ->
          new Customer(
              row.getLong("id"),
              row.getString("external_id"),
              row.getString("name"),
              row.getString("email"),
              row.getString("phone"),
              row.getString("tier"),
              row.getObject("since", LocalDate.class),
              row.getBigDecimal("yearly_value"),
              row.getBigDecimal("churn_risk"),
              row.getObject("last_satisfaction", Integer.class),
              Instants.readPresent(row, "created_at"));

  private final JdbcClient jdbc;
  private final CustomerRows rows;
  private final Ids ids;
  private final Clock clock;

  Customers(JdbcClient jdbc, CustomerRows rows, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.ids = ids;
    this.clock = clock;
  }

  /** These customers are called something else now; told inside the transaction. */
  public record Renamed(Set<Long> customers) {}

  /**
   * Finds the customer behind each sender, by customer number, else mail address, else phone
   * number; who is not known yet is put on record, and what is new of the others. One query and at
   * most two writes for any number of senders.
   *
   * @return a customer for each sender, in the order given
   */
  public List<Customer> recognise(List<Sender> senders) {
    var cleaned = senders.stream().map(Told::cleaned).toList();
    var before = find(cleaned);
    var known = new Known(before);
    var created = new ArrayList<Customer>();
    var changed = new TreeMap<Long, Customer>(); // in one order, so that batches never cross
    var recognised = new ArrayList<Customer>();
    for (var sender : cleaned) {
      var customer = known.behind(sender).orElse(null);
      if (customer == null) {
        customer = newCustomer(sender);
        created.add(customer);
        known.add(customer);
      } else if (!Told.by(sender, customer).equals(customer)) {
        customer = Told.by(sender, customer);
        changed.put(customer.id(), customer);
        known.add(customer);
      }
      recognised.add(customer);
    }
    rows.insert(created);
    rows.update(before, changed.values());
    return recognised;
  }

  /** The customer with this id. */
  public Optional<Customer> find(long id) {
    return jdbc.sql("select * from customer where id = :id").param("id", id).query(ROW).optional();
  }

  /** The customer a sender would be recognised as. */
  public Optional<Customer> find(Sender sender) {
    var cleaned = Told.cleaned(sender);
    return new Known(find(List.of(cleaned))).behind(cleaned);
  }

  /** Keeps how satisfied a customer was when asked, from 1 to 5; the latest answer holds. */
  public void satisfied(long id, int score) {
    jdbc.sql("update customer set last_satisfaction = :score where id = :id")
        .param("score", score)
        .param("id", id)
        .update();
  }

  /** Customers by what they are known by; later ones replace earlier ones. */
  private static class Known {

    private final Map<String, Customer> byKey = new LinkedHashMap<>();

    Known(List<Customer> customers) {
      customers.forEach(this::add);
    }

    void add(Customer customer) {
      put("#", customer.externalId(), customer);
      put("@", customer.email(), customer);
      put("+", customer.phone(), customer);
    }

    private void put(String kind, @Nullable String key, Customer customer) {
      if (key != null) {
        byKey.put(kind + key, customer);
      }
    }

    Optional<Customer> behind(Sender sender) {
      return Optional.ofNullable(byKey.get("#" + sender.id()))
          .or(() -> Optional.ofNullable(byKey.get("@" + sender.email())))
          .or(() -> Optional.ofNullable(byKey.get("+" + sender.phone())));
    }
  }

  private List<Customer> find(List<Sender> senders) {
    return jdbc.sql(
            """
            select * from customer where id in (
              select id from customer where external_id in (:ids)
              union select id from customer where email in (:emails)
              union select id from customer where phone in (:phones))
            """)
        .param("ids", keys(senders, Sender::id))
        .param("emails", keys(senders, Sender::email))
        .param("phones", keys(senders, Sender::phone))
        .query(ROW)
        .list();
  }

  /** Never empty, because an empty list is no valid {@code in}. */
  private static List<String> keys(List<Sender> senders, Function<Sender, @Nullable String> key) {
    var keys = senders.stream().map(key).filter(Objects::nonNull).distinct().toList();
    return keys.isEmpty() ? List.of("") : keys;
  }

  private Customer newCustomer(Sender sender) {
    var tier = sender.tier() == null ? Customer.STANDARD : sender.tier();
    return new Customer(
        ids.next(),
        sender.id(),
        sender.name(),
        sender.email(),
        sender.phone(),
        tier,
        null,
        null,
        null,
        null,
        clock.instant());
  }
}
