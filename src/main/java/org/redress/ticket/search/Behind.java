package org.redress.ticket.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Instants;

/**
 * The tickets behind a figure. In addresses it is written like {@code
 * due:listen:bad:2026-11-01:2026-11-30}.
 *
 * @param count what was counted
 * @param of which obligation, or the team whose money it is; empty: all
 * @param good whether it went well; none: whether or not
 * @param from the first day
 * @param to the last day
 */
public record Behind(Count count, String of, @Nullable Boolean good, LocalDate from, LocalDate to) {

  private static final int PARTS = 5;
  private static final String GOOD = "good";
  private static final String BAD = "bad";

  /** What figures count of tickets. */
  public enum Count {
    /** Deadlines that fell due in these days; good are those that were kept. */
    DUE(
        """
        exists (select 1 from deadline d where d.ticket_id = t.id and d.ended_at is null
          and d.due_at >= :counted_from and d.due_at < :counted_to
          and (d.met_at is not null or d.due_at < :counted_now)%s%s)""",
        " and d.obligation = :counted_of",
        " and d.met_at <= d.due_at",
        " and (d.met_at is null or d.met_at > d.due_at)"),
    /** Answers of customers in these days; good are the content ones. */
    ANSWER(
        """
        t.id in (select d.ticket_id from care_done d
            join care_record r on r.ticket_id = d.ticket_id and r.step = d.step
              and r.round = d.round and r.field = 'outcome'
            where d.step = 'follow_up' and d.done_at >= :counted_from and d.done_at < :counted_to
              and r.written in ('satisfied', 'not_satisfied')%1$s%2$s
          union select s.ticket_id from survey s
            where s.answered_at >= :counted_from and s.answered_at < :counted_to%3$s)""",
        "", " and r.written = 'satisfied'", " and r.written = 'not_satisfied'"),
    /** Money paid from the budgets of months that begin in these days. */
    PAID(
        """
        t.id in (select w.ticket_id from award w join ledger l on l.award_id = w.id
          where w.budget_month >= :counted_day and w.budget_month <= :counted_last
            and l.paid > 0%s%s)""",
        " and w.team = :counted_of", "", ""),
    /** Money held in the budgets of months that begin in these days. */
    HELD(
        """
        t.id in (select w.ticket_id from award w
          where w.budget_month >= :counted_day and w.budget_month <= :counted_last
            and (select sum(l.held) from ledger l where l.award_id = w.id) > 0%s%s)""",
        " and w.team = :counted_of", "", "");

    private final String all;
    private final String one;
    private final String good;
    private final String bad;

    Count(String all, String one, String good, String bad) {
      this.all = all;
      this.one = one;
      this.good = good;
      this.bad = bad;
    }

    private String condition(String of, @Nullable Boolean isGood) {
      var only = isGood == null ? "" : isGood ? good : bad;
      var mark = isGood == null ? "" : isGood ? " and s.score >= 4" : " and s.score < 4";
      return all.formatted(of.isEmpty() ? "" : one, only, mark);
    }

    /** As in addresses. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What an address asks for; nothing where it cannot be read. */
  public static Optional<Behind> parse(String written) {
    var parts = written.split(":", -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      var from = LocalDate.parse(parts[PARTS - 2]);
      var to = LocalDate.parse(parts[PARTS - 1]);
      var good = parts[2].equals(GOOD) ? Boolean.TRUE : parts[2].equals(BAD) ? false : null;
      return Arrays.stream(Count.values())
          .filter(count -> count.key().equals(parts[0]))
          .findFirst()
          .map(count -> new Behind(count, parts[1], good, from, to));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  /** As it stands in addresses. */
  @Override
  public String toString() {
    return String.join(
        ":",
        count.key(),
        of,
        good == null ? "" : good ? GOOD : BAD,
        from.toString(),
        to.toString());
  }

  void restrict(Conditions conditions, Instant now, ZoneId zone) {
    conditions.and(
        count.condition(of, good),
        "counted_of",
        of,
        "counted_from",
        Instants.bind(from.atStartOfDay(zone).toInstant()),
        "counted_to",
        Instants.bind(to.plusDays(1).atStartOfDay(zone).toInstant()),
        "counted_now",
        Instants.bind(now),
        "counted_day",
        from,
        "counted_last",
        to);
  }
}
