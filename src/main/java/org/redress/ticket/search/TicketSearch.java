package org.redress.ticket.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.access.SiteSettings;
import org.redress.ticket.TicketRows;
import org.redress.ticket.fulltext.FullText;
import org.redress.ticket.fulltext.FullText.Found;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds tickets, a page at a time; a page begins behind a key, so deep pages cost no more. */
@Repository
public class TicketSearch {

  /** The rows are chosen before their customers are looked up: no plan begins with these. */
  private static final String SELECT =
      """
      select t.*, coalesce(c.name, c.email, c.phone, c.external_id, '–') as customer, c.tier
      from (select t.* from ticket t %s) t join customer c on c.id = t.customer_id%s
      """;

  /** The order of a list. */
  public enum Sort {
    /** The nearest deadline first; tickets without one last. */
    DEADLINE,
    /** The most urgent first, and among these the nearest deadline. */
    PRIORITY,
    /** The oldest first. */
    OLDEST,
    /** The newest first. */
    NEWEST
  }

  private final JdbcClient jdbc;
  private final FullText words;
  private final SiteSettings site;
  private final Clock clock;

  TicketSearch(JdbcClient jdbc, FullText words, SiteSettings site, Clock clock) {
    this.jdbc = jdbc;
    this.words = words;
    this.site = site;
    this.clock = clock;
  }

  /** How many tickets a filter lets through; counts no further than {@code most}. */
  public long count(TicketFilter filter, int most) {
    var conditions = conditions(filter, found(filter));
    return jdbc.sql(
            "select count(*) from (select 1 as one from ticket t " + conditions + " limit :most) x")
        .params(conditions.parameters())
        .param("most", most)
        .query(Long.class)
        .single();
  }

  /**
   * One page of tickets.
   *
   * @param cursor {@link TicketPage#next()} of the page before; none for the first
   * @throws IllegalArgumentException when the cursor is none of ours
   */
  public TicketPage page(TicketFilter filter, Sort sort, @Nullable String cursor, int size) {
    var found = found(filter);
    var conditions = conditions(filter, found);
    if (cursor != null) {
      Order.startBehind(cursor, sort, conditions);
    }
    var order = " order by " + Order.by(sort);
    var rows =
        jdbc.sql(SELECT.formatted(conditions + order + " limit :most", order))
            .params(conditions.parameters())
            .param("most", size + 1)
            .query(this::row)
            .list();
    var isLast = rows.size() <= size;
    return new TicketPage(
        isLast ? rows : List.copyOf(rows.subList(0, size)),
        isLast ? null : Order.cursor(rows.get(size - 1).ticket(), sort),
        found.cut(),
        found.complete());
  }

  /** Those of these tickets that a filter lets through. */
  public List<TicketRow> among(Collection<String> numbers, TicketFilter filter) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    var conditions = conditions(filter, found(filter)).and("t.number in (:numbers)");
    return jdbc.sql(SELECT.formatted(conditions, ""))
        .params(conditions.parameters())
        .param("numbers", numbers)
        .query(this::row)
        .list();
  }

  /** The ticket with this number. */
  public Optional<TicketRow> find(String number) {
    return jdbc.sql(SELECT.formatted("where t.number = :number", ""))
        .param("number", number)
        .query(this::row)
        .optional();
  }

  private Found found(TicketFilter filter) {
    return filter.text() == null ? Found.EVERYTHING : words.find(filter.text());
  }

  private Conditions conditions(TicketFilter filter, Found found) {
    var conditions = Conditions.of(filter, clock.instant(), site.timeZone());
    return filter.text() == null ? conditions : conditions.among(found.ids());
  }

  private TicketRow row(ResultSet row, int number) throws SQLException {
    var ticket = TicketRows.read(row, number);
    return new TicketRow(
        ticket,
        row.getString("customer"),
        row.getString("tier"),
        ticket.isOverdue(clock.instant()));
  }
}
