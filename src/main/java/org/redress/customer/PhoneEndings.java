package org.redress.customer;

import java.util.ArrayList;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The endings of customers' numbers, by which any part of a number is found without a scan. */
@Repository
class PhoneEndings {

  static final int FEWEST_DIGITS = 4;

  private final JdbcTemplate batch;

  PhoneEndings(JdbcTemplate batch) {
    this.batch = batch;
  }

  /** Keeps the endings of new customers' numbers, in one round trip if there are any. */
  void insert(Collection<Customer> customers) {
    var rows = new ArrayList<Object[]>();
    for (var customer : customers) {
      var digits = customer.phone() == null ? "" : customer.phone().replaceAll("[^0-9]", "");
      for (int from = 0; from <= digits.length() - FEWEST_DIGITS; from++) {
        rows.add(new Object[] {customer.id(), digits.substring(from)});
      }
    }
    if (!rows.isEmpty()) {
      batch.batchUpdate(
          "insert into customer_phone_ending (customer_id, ending) values (?, ?)", rows);
    }
  }

  /** What follows all endings that begin with these digits, whatever the database sorts by. */
  static String after(String digits) {
    int last = digits.length() - 1;
    while (last >= 0 && digits.charAt(last) == '9') {
      last--;
    }
    return last < 0
        ? "a" // letters follow digits
        : digits.substring(0, last) + (char) (digits.charAt(last) + 1);
  }
}
