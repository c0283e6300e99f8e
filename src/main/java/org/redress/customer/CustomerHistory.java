package org.redress.customer;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers did before, as figures for the rules; one query for any number of customers. */
@Repository
public class CustomerHistory {

  private static final Duration REPETITION = Duration.ofDays(90);
  private static final Duration YEAR = Duration.ofDays(365);

  private final JdbcClient jdbc;

  CustomerHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The figures of one customer.
   *
   * @param complaints in the last 90 days
   * @param compensations offers of worth in the last year that were given, or may still be
   * @param given their money
   */
  public record Past(int complaints, int compensations, BigDecimal given) {

    /** Nothing is known. */
    public static final Past NONE = new Past(0, 0, BigDecimal.ZERO);

    private Past plus(Past other) {
      return new Past(
          complaints + other.complaints,
          compensations + other.compensations,
          given.add(other.given));
    }

    /** The same with one complaint more. */
    public Past withComplaint() {
      return new Past(complaints + 1, compensations, given);
    }
  }

  /** The past of each of these customers before {@code now}; who has none is not listed. */
  public Map<Long, Past> of(Collection<Long> customerIds, Instant now) {
    var past = new HashMap<Long, Past>();
    jdbc.sql(
            """
            select customer_id, count(*) as complaints, 0 as compensations, 0.00 as given
            from complaint
            where customer_id in (:customers) and received_at > :repetition
            group by customer_id
            union all
            select a.customer_id, 0, sum(sign(l.held + l.paid)), sum(l.held + l.paid)
            from award a join ledger l on l.award_id = a.id
            where a.customer_id in (:customers) and a.proposed_at > :year
            group by a.customer_id
            """)
        .param("customers", customerIds)
        .param("repetition", Instants.bind(now.minus(REPETITION)))
        .param("year", Instants.bind(now.minus(YEAR)))
        .query(
            row -> {
              past.merge(
                  row.getLong("customer_id"),
                  new Past(
                      row.getInt("complaints"),
                      row.getInt("compensations"),
                      row.getBigDecimal("given")),
                  Past::plus);
            });
    return past;
  }
}
