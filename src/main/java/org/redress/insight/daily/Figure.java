package org.redress.insight.daily;

import java.util.Locale;

/**
 * What is counted by day, and what its two keys are. The queries begin with the table that knows
 * the time and use left joins, so that H2, too, reads only the rows of the day.
 */
public enum Figure {
  /** Complaints, by channel. */
  CHANNEL("t.channel", "''"),
  /** Complaints, by category. */
  CATEGORY("t.category", "''"),
  /** Complaints, by category and cause. */
  CAUSE("t.category", "t.cause"),
  /** Complaints, by team; good are those whose result was given. */
  TEAM("t.team", "''"),
  /** What was due, by team and obligation; good is what was done in time. */
  DUE(
      """
      select t.team as one, d.obligation as two, count(*) as cases,
             count(case when d.met_at <= d.due_at then 1 end) as good, 0 as amount
      from deadline d left join ticket t on t.id = d.ticket_id
      where d.due_at >= :from and d.due_at < :to and d.ended_at is null
        and (d.met_at is not null or d.due_at < :now)
      group by t.team, d.obligation
      """),
  /**
   * Answers of customers after the result, by team and cause; good are the content ones, the amount
   * is the sum of their marks from 1 to 5.
   */
  ANSWER(
      """
      select t.team as one, t.cause as two, count(*) as cases,
             count(case when a.score >= 4 then 1 end) as good, sum(a.score) as amount
      from (%s) a left join ticket t on t.id = a.ticket_id group by t.team, t.cause
      """
          .formatted(Answers.SQL)),
  /** The same answers, by what the customers were given. */
  GIVEN(
      """
      select w.kind as one, '' as two, count(*) as cases,
             count(case when a.score >= 4 then 1 end) as good, sum(a.score) as amount
      from (%s) a left join award w on w.ticket_id = a.ticket_id
        left join ledger l on l.award_id = w.id and l.step = 'issued'
      where l.step is not null
      group by w.kind
      """
          .formatted(Answers.SQL)),
  /** What was given, by team and kind; the amount is money. */
  PAID(
      """
      select w.team as one, w.kind as two, count(*) as cases, 0 as good, sum(l.paid) as amount
      from ledger l left join award w on w.id = l.award_id
      where l.at >= :from and l.at < :to and l.step = 'issued'
      group by w.team, w.kind
      """),
  /**
   * Rules that decided, by question and rule; good are the times that people said otherwise, the
   * amount is what was given because of it.
   */
  RULE("");

  private final String sql;

  Figure(String sql) {
    this.sql = sql;
  }

  Figure(String one, String two) {
    this(
        """
        select %1$s as one, %2$s as two, count(*) as cases,
               count(case when t.status in ('solved', 'closed') then 1 end) as good, 0 as amount
        from ticket t where t.created_at >= :from and t.created_at < :to
        group by %1$s%3$s
        """
            .formatted(one, two, two.equals("''") ? "" : ", " + two));
  }

  /** Counts the figure from {@code :from} to {@code :to}; empty when it needs more than a query. */
  String sql() {
    return sql;
  }

  /** The figure as stored. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static final class Answers {

    /** A call counts as what it said; a mail's answer is a mark. */
    static final String SQL =
        """
        select d.ticket_id, case when r.written = 'satisfied' then 4 else 2 end as score
        from care_done d left join care_record r on r.ticket_id = d.ticket_id and r.step = d.step
          and r.round = d.round and r.field = 'outcome'
        where d.step = 'follow_up' and d.done_at >= :from and d.done_at < :to
          and r.written in ('satisfied', 'not_satisfied')
        union all
        select s.ticket_id, s.score from survey s
        where s.answered_at >= :from and s.answered_at < :to
        """;
  }
}
