package org.redress.insight.daily;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.access.SiteSettings;
import org.redress.insight.daily.DailyFigures.Sum;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts days: today and yesterday again and again, the last weeks twice a day, because tickets
 * still change; older days stay as they are. One node counts, a day at a time.
 */
@Component
public class Counting {

  private static final int SETTLES = 35;
  private static final Duration TWICE_A_DAY = Duration.ofHours(12);
  private static final int MOST = 40;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final RuleDeeds rules;
  private final TransactionTemplate transaction;
  private final Calendar calendar;

  Counting(
      JdbcClient jdbc,
      JdbcTemplate batch,
      RuleDeeds rules,
      PlatformTransactionManager transactions,
      Calendar calendar) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.rules = rules;
    this.transaction = new TransactionTemplate(transactions);
    this.calendar = calendar;
  }

  /** What day it is. */
  @Component
  record Calendar(Clock clock, SiteSettings site) {

    ZoneId zone() {
      return site.timeZone();
    }

    LocalDate today() {
      return LocalDate.ofInstant(clock.instant(), zone());
    }
  }

  /** Counts what is to be counted now; of many days the latest first. Returns how many it were. */
  @Scheduled(fixedDelayString = "${redress.insight.count:1m}")
  public int look() {
    var days = due().stream().limit(MOST).toList();
    return Boolean.TRUE.equals(transaction.execute(status -> count(days))) ? days.size() : 0;
  }

  /** Counts all days that were never counted. */
  public void catchUp() {
    var today = calendar.today();
    while (due().stream().anyMatch(day -> day.isBefore(today.minusDays(1)))) {
      look();
    }
    look();
  }

  private List<LocalDate> due() {
    var first = jdbc.sql("select min(created_at) as first from ticket");
    var begin = first.query((row, n) -> Instants.read(row, "first")).optional();
    var today = calendar.today();
    if (begin.isEmpty()) {
      return List.of();
    }
    var counted = counted();
    var due = new ArrayList<LocalDate>();
    var from = LocalDate.ofInstant(begin.get(), calendar.zone());
    for (var day = today; !day.isBefore(from); day = day.minusDays(1)) {
      if (isDue(day, counted.get(day), today)) {
        due.add(day);
      }
    }
    return due;
  }

  private boolean isDue(LocalDate day, Instant counted, LocalDate today) {
    if (counted == null || !day.isBefore(today.minusDays(1))) {
      return true;
    }
    var age = ChronoUnit.DAYS.between(day, today);
    return age <= SETTLES && counted.isBefore(calendar.clock().instant().minus(TWICE_A_DAY));
  }

  private Map<LocalDate, Instant> counted() {
    var counted = new HashMap<LocalDate, Instant>();
    jdbc.sql("select * from counted_day")
        .query(
            row -> {
              counted.put(
                  row.getObject("on_day", LocalDate.class),
                  Instants.readPresent(row, "counted_at"));
            });
    return counted;
  }

  /** False when another node counts at this moment. */
  private boolean count(List<LocalDate> days) {
    if (jdbc.sql("select id from counting for update skip locked").query().listOfRows().isEmpty()) {
      return false;
    }
    days.forEach(this::count);
    return true;
  }

  private void count(LocalDate date) {
    if (jdbc.sql("delete from counted_day where on_day = :day").param("day", date).update() > 0) {
      batch.batchUpdate(
          "delete from day_figure where figure = ? and on_day = ?",
          Arrays.stream(Figure.values()).map(f -> new Object[] {f.key(), date}).toList());
    }
    var day = new Day(date, calendar.zone(), calendar.clock().instant());
    for (var figure : Figure.values()) {
      write(figure, date, figure == Figure.RULE ? rules.of(day) : sums(figure, day));
    }
    jdbc.sql("insert into counted_day (on_day, counted_at) values (?, ?)")
        .params(date, Instants.bind(calendar.clock().instant()))
        .update();
  }

  private List<Sum> sums(Figure figure, Day day) {
    return jdbc.sql(figure.sql()).params(day.parameters()).query(DailyFigures::sum).list();
  }

  private void write(Figure figure, LocalDate day, List<Sum> sums) {
    batch.batchUpdate(
        """
        insert into day_figure (figure, on_day, one, two, cases, good, amount)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        sums.stream()
            .map(
                sum ->
                    new Object[] {
                      figure.key(), day, sum.one(), sum.two(), sum.cases(), sum.good(), sum.amount()
                    })
            .toList());
  }
}
