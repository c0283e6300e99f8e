package org.redress.insight.daily;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads figures that were counted by day. */
@Repository
public class DailyFigures {

  private static final String SUMS =
      "sum(cases) as cases, sum(good) as good, sum(amount) as amount from day_figure "
          + "where figure = :figure and on_day >= :from and on_day <= :to ";

  private final JdbcClient jdbc;

  DailyFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Days, both included. */
  public record Span(LocalDate from, LocalDate to) {

    /** So many days up to a last one. */
    public static Span until(LocalDate last, int days) {
      return new Span(last.minusDays(days - 1L), last);
    }

    /** The same number of days just before. */
    public Span before() {
      return new Span(from.minusDays(length()), from.minusDays(1));
    }

    /** How many. */
    public int length() {
      return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** All of them. */
    public List<LocalDate> days() {
      return from.datesUntil(to.plusDays(1)).toList();
    }
  }

  /** What was counted for a pair of keys. */
  public record Sum(String one, String two, long cases, long good, BigDecimal amount) {

    /** How many in a hundred were good; none of nothing is 0. */
    public int percent() {
      return cases == 0 ? 0 : (int) Math.round(100.0 * good / cases);
    }

    /** The mean of the amounts, with one decimal. */
    public double mean() {
      return cases == 0 ? 0 : Math.round(10 * amount.doubleValue() / cases) / 10.0;
    }
  }

  /** A sum of one day. */
  public record DaySum(LocalDate day, String one, long cases, long good, BigDecimal amount) {}

  /** Sums by both keys, the most cases first. */
  public List<Sum> byBoth(Figure figure, Span span) {
    return sums(figure, span, "one, two", "group by one, two order by 3 desc, one, two");
  }

  /** Sums by the first key, the most cases first. */
  public List<Sum> byOne(Figure figure, Span span) {
    return sums(figure, span, "one, '' as two", "group by one order by 3 desc, one");
  }

  /** Sums by the second key, the most cases first. */
  public List<Sum> byTwo(Figure figure, Span span) {
    return sums(figure, span, "two as one, '' as two", "group by two order by 3 desc, 1");
  }

  /** Everything together. */
  public Sum all(Figure figure, Span span) {
    return jdbc.sql(
            """
            select '' as one, '' as two, coalesce(sum(cases), 0) as cases,
                   coalesce(sum(good), 0) as good, coalesce(sum(amount), 0) as amount
            from day_figure where figure = :figure and on_day >= :from and on_day <= :to
            """)
        .param("figure", figure.key())
        .param("from", span.from())
        .param("to", span.to())
        .query(DailyFigures::sum)
        .single();
  }

  /** Sums by day and the first key, in the order of the days. */
  public List<DaySum> byDay(Figure figure, Span span) {
    return jdbc.sql("select on_day, one, " + SUMS + "group by on_day, one order by on_day, one")
        .param("figure", figure.key())
        .param("from", span.from())
        .param("to", span.to())
        .query(
            (row, number) ->
                new DaySum(
                    row.getObject("on_day", LocalDate.class),
                    row.getString("one"),
                    row.getLong("cases"),
                    row.getLong("good"),
                    row.getBigDecimal("amount")))
        .list();
  }

  private List<Sum> sums(Figure figure, Span span, String keys, String rest) {
    return jdbc.sql("select " + keys + ", " + SUMS + rest)
        .param("figure", figure.key())
        .param("from", span.from())
        .param("to", span.to())
        .query(DailyFigures::sum)
        .list();
  }

  static Sum sum(ResultSet row, int number) throws SQLException {
    return new Sum(
        row.getString("one"),
        row.getString("two"),
        row.getLong("cases"),
        row.getLong("good"),
        row.getBigDecimal("amount"));
  }
}
