package org.redress.customer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Sender;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.JdbcTemplate;
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

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final PhoneEndings endings;

  Customers(JdbcTemplate batch, JdbcClient jdbc, Ids ids, Clock clock, PhoneEndings endings) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.endings = endings;
  }

  /**
   * Finds the customer behind each sender, by customer number, else mail address, else phone
   * number; who is not known yet is put on record. One query and at most two writes for any number
   * of senders.
   *
   * @return a customer for each sender, in the order given
   */
  public List<Customer> recognise(List<Sender> senders) {
    var cleaned = senders.stream().map(Customers::cleaned).toList();
    var known = new Known(find(cleaned));
    var created = new ArrayList<Customer>();
    var retiered = new LinkedHashMap<Long, Customer>();
    var recognised = new ArrayList<Customer>();
    for (var sender : cleaned) {
      var customer = known.behind(sender).orElse(null);
      if (customer == null) {
        customer = newCustomer(sender);
        created.add(customer);
        known.add(customer);
      } else if (sender.tier() != null && !sender.tier().equals(customer.tier())) {
        customer = withTier(customer, sender.tier());
        retiered.put(customer.id(), customer);
        known.add(customer);
      }
      recognised.add(customer);
    }
    insert(created);
    changeTier(retiered.values().stream().filter(c -> !created.contains(c)).toList());
    return recognised;
  }

  /** The customer with this id. */
  public Optional<Customer> find(long id) {
    return jdbc.sql("select * from customer where id = :id").param("id", id).query(ROW).optional();
  }

  /** The customer a sender would be recognised as. */
  public Optional<Customer> find(Sender sender) {
    var cleaned = cleaned(sender);
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

  /** What is too long to be an id, an address or a number is none; the message has it still. */
  private static Sender cleaned(Sender sender) {
    var name = text(sender.name());
    return new Sender(
        atMost(100, text(sender.id())),
        name == null ? null : name.substring(0, Math.min(name.length(), 200)),
        atMost(320, lowerCase(text(sender.email()))),
        atMost(40, digits(text(sender.phone()))),
        atMost(40, lowerCase(text(sender.tier()))));
  }

  private static @Nullable String atMost(int longest, @Nullable String text) {
    return text == null || text.length() > longest ? null : text;
  }

  private static @Nullable String text(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static @Nullable String lowerCase(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String digits(@Nullable String phone) {
    return phone == null ? null : text(phone.replaceAll("(?!^\\+)[^0-9]", ""));
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

  private static Customer withTier(Customer c, String tier) {
    return new Customer(
        c.id(),
        c.externalId(),
        c.name(),
        c.email(),
        c.phone(),
        tier,
        c.since(),
        c.yearlyValue(),
        c.churnRisk(),
        c.lastSatisfaction(),
        c.createdAt());
  }

  private void insert(List<Customer> customers) {
    if (!customers.isEmpty()) {
      batch.batchUpdate(
          """
          insert into customer (id, external_id, name, email, phone, tier, created_at)
          values (?, ?, ?, ?, ?, ?, ?)
          """,
          customers.stream()
              .map(
                  c ->
                      new Object[] {
                        c.id(),
                        c.externalId(),
                        c.name(),
                        c.email(),
                        c.phone(),
                        c.tier(),
                        Instants.bind(c.createdAt())
                      })
              .toList());
      endings.insert(customers);
    }
  }

  private void changeTier(List<Customer> customers) {
    if (!customers.isEmpty()) {
      batch.batchUpdate(
          "update customer set tier = ? where id = ?",
          customers.stream().map(c -> new Object[] {c.tier(), c.id()}).toList());
    }
  }
}
