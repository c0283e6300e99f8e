package org.redress.customer.departure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.customer.departure.Departure.Effort;
import org.redress.customer.departure.Departure.Way;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who left, why, and who came back. Of one customer there is at most one open departure. */
@Repository
public class Departures {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;

  Departures(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Departures by something: how many, how much they were worth, how many were tried and returned.
   */
  public record Loss(String key, long lost, BigDecimal value, long tried, long returned) {}

  /**
   * Notes that the customer of a ticket has left.
   *
   * @throws org.springframework.dao.DuplicateKeyException when that is known already
   */
  @Transactional
  public void left(String ticket, Way way, LocalDate on, String actor) {
    jdbc.sql(
            """
            insert into departure (id, customer_id, ticket_id, way, cause, team, yearly_value,
                                   left_on, noted_by, noted_at, open_key)
            select cast(:id as bigint), t.customer_id, t.id, cast(:way as varchar(20)), t.cause,
                   t.team, coalesce(c.yearly_value, 0), cast(:on as date),
                   cast(:actor as varchar(60)), cast(:now as timestamp with time zone), c.id
            from ticket t join customer c on c.id = t.customer_id where t.number = :ticket
            """)
        .param("id", ids.next())
        .param("way", key(way))
        .param("on", on)
        .param("actor", actor)
        .param("now", Instants.bind(clock.instant()))
        .param("ticket", ticket)
        .update();
  }

  /** Notes what was done to win a customer back; the latest holds. */
  @Transactional
  public void tried(long id, Effort effort, LocalDate on, String actor) {
    jdbc.sql(
            """
            update departure set tried = ?, tried_by = ?, tried_on = ?
            where id = ? and returned is null
            """)
        .params(key(effort), actor, on, id)
        .update();
  }

  /** Notes whether the customer came back. */
  @Transactional
  public void settled(long id, boolean returned, LocalDate on) {
    jdbc.sql(
            """
            update departure set returned = ?, settled_on = ?, open_key = null
            where id = ? and returned is null
            """)
        .params(returned, on, id)
        .update();
  }

  /** Customers who may still be won back, the most valuable first. */
  public List<Departure> open(int most) {
    return jdbc.sql(
            """
            select d.*, t.number, c.tier,
                   coalesce(c.name, c.email, c.phone, c.external_id, '–') as customer
            from departure d join customer c on c.id = d.customer_id
              left join ticket t on t.id = d.ticket_id
            where d.open_key is not null order by d.yearly_value desc, d.id limit :most
            """)
        .param("most", most)
        .query(Departures::read)
        .list();
  }

  /** What was lost since a day, by cause. */
  public List<Loss> byCause(LocalDate since) {
    return losses("cause", since);
  }

  /** What was lost since a day, by how it went. */
  public List<Loss> byWay(LocalDate since) {
    return losses("way", since);
  }

  /** What was tried since a day, by what it was. */
  public List<Loss> byEffort(LocalDate since) {
    return losses("tried", since).stream().filter(loss -> loss.key() != null).toList();
  }

  private List<Loss> losses(String column, LocalDate since) {
    return jdbc.sql(
            """
            select %1$s as what, count(*) as lost, sum(yearly_value) as worth,
                   count(tried) as tried, count(case when returned = true then 1 end) as returned
            from departure where left_on >= :since group by %1$s order by 3 desc
            """
                .formatted(column))
        .param("since", since)
        .query(
            (row, number) ->
                new Loss(
                    row.getString("what"),
                    row.getLong("lost"),
                    row.getBigDecimal("worth"),
                    row.getLong("tried"),
                    row.getLong("returned")))
        .list();
  }

  private static Departure read(ResultSet row, int number) throws SQLException {
    var tried = row.getString("tried");
    return new Departure(
        row.getLong("id"),
        row.getString("customer"),
        row.getString("tier"),
        row.getString("number"),
        Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
        row.getString("cause"),
        row.getBigDecimal("yearly_value"),
        row.getObject("left_on", LocalDate.class),
        effort(tried),
        row.getObject("tried_on", LocalDate.class),
        row.getObject("returned", Boolean.class));
  }

  private static @Nullable Effort effort(@Nullable String key) {
    return key == null ? null : Effort.valueOf(key.toUpperCase(Locale.ROOT));
  }

  private static String key(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
