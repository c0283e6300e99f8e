package org.redress.customer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds customers by the beginning of what somebody types while listening. */
@Repository
public class CustomerSearch {

  private static final int FEWEST_LETTERS = 2;

  private final JdbcClient jdbc;

  CustomerSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Customers who fit any of the three, the latest first; those whom no number or address would
   * make recognisable again are left out.
   *
   * @param phone any four digits in a row of the number
   * @param name the beginning of the name or of a later word of it, or the customer number
   * @param email the beginning of the address
   */
  public List<Customer> find(String phone, String name, String email, int most) {
    var conditions = new ArrayList<String>();
    Map<String, Object> values = new LinkedHashMap<>();
    var digits = phone.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    if (digits.length() >= PhoneEndings.FEWEST_DIGITS) {
      conditions.add(
          """
          id in (select customer_id from customer_phone_ending
                 where ending >= :digits and ending < :after)
          """);
      values.put("digits", digits);
      values.put("after", PhoneEndings.after(digits));
    }
    var words = escaped(name);
    if (words.length() >= FEWEST_LETTERS || words.codePoints().anyMatch(c -> c > 0x2E80)) {
      // Ids alone are looked for in the index of the names, without reading all customers.
      conditions.add(
          """
          id in (select id from customer where lower(name) like :name or lower(name) like :word)
          """);
      conditions.add("id in (select id from customer where external_id = :number)");
      values.put("name", words + "%");
      values.put("word", "% " + words + "%");
      values.put("number", name.strip());
    }
    var address = escaped(email);
    if (address.length() >= FEWEST_LETTERS) {
      conditions.add("email like :email");
      values.put("email", address + "%");
    }
    return conditions.isEmpty() ? List.of() : find(String.join(" or ", conditions), values, most);
  }

  private List<Customer> find(String conditions, Map<String, Object> values, int most) {
    return jdbc.sql(
            """
            select * from customer where (%s)
              and (phone is not null or email is not null or external_id is not null)
            order by created_at desc, id desc limit :most
            """
                .formatted(conditions))
        .params(values)
        .param("most", most)
        .query(Customers.ROW)
        .list();
  }

  private static String escaped(String typed) {
    return typed
        .strip()
        .toLowerCase(Locale.ROOT)
        .replace("\\", "\\\\")
        .replace("%", "\\%")
        .replace("_", "\\_");
  }
}
