package org.redress.insight;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Customers who complain again and again. */
@Repository
public class Repeaters {

  private static final int LEAST = 3;

  /** Adding up a year of complaints takes long, and nobody reads this by the second. */
  private final Cache<Asked, List<Repeater>> latest =
      Caffeine.newBuilder().maximumSize(20).expireAfterWrite(Duration.ofMinutes(1)).build();

  private final JdbcClient jdbc;
  private final Clock clock;

  Repeaters(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * One of them.
   *
   * @param key finds all complaints of the customer when looked for
   * @param satisfaction from 1 to 5, when last asked
   */
  public record Repeater(
      String customer,
      String key,
      String tier,
      long complaints,
      Instant last,
      @Nullable Integer satisfaction) {}

  private record Asked(int days, int most) {}

  /**
   * Who complained three times and more within so many days, the most often first; at most a minute
   * old.
   */
  public List<Repeater> in(int days, int most) {
    return latest.get(new Asked(days, most), this::read);
  }

  private List<Repeater> read(Asked asked) {
    return jdbc.sql(
            """
            select coalesce(c.name, c.email, c.phone, c.external_id, '–') as customer,
                   coalesce(c.email, c.phone, c.name, c.external_id, '–') as known_by,
                   c.tier, r.complaints, r.latest, c.last_satisfaction
            from (select customer_id, count(*) as complaints, max(received_at) as latest
                  from complaint where received_at >= :since group by customer_id
                  having count(*) >= :least
                  order by complaints desc, latest desc limit :most) r
              left join customer c on c.id = r.customer_id
            order by r.complaints desc, r.latest desc
            """)
        .param("since", Instants.bind(clock.instant().minus(Duration.ofDays(asked.days()))))
        .param("least", LEAST)
        .param("most", asked.most())
        .query(
            (row, number) ->
                new Repeater(
                    row.getString("customer"),
                    row.getString("known_by"),
                    row.getString("tier"),
                    row.getLong("complaints"),
                    Instants.readPresent(row, "latest"),
                    row.getObject("last_satisfaction", Integer.class)))
        .list();
  }
}
