package org.redress.ticket.duplicate;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.redress.storage.Instants;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketRows;
import org.redress.ticket.Tickets;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Pairs of tickets that may be about one matter, until somebody says yes or no. */
@Repository
public class Suggestions {

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final Tickets tickets;
  private final Changes changes;
  private final Clock clock;

  Suggestions(JdbcTemplate batch, JdbcClient jdbc, Tickets tickets, Changes changes, Clock clock) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.tickets = tickets;
    this.changes = changes;
    this.clock = clock;
  }

  /** Why two tickets may belong together. */
  public enum Reason {
    /** The same customer in much the same words. */
    ALIKE,
    /** The same customer about the same order, account or parcel. */
    SAME_NUMBER,
    /** Somebody who is not known on the other ticket names it. */
    NAMED;

    /** As stored and shown to programs, for instance {@code same_number}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A pair of tickets and how much of their words they share, from 0 to 100. */
  public record Pair(long one, long other, Reason reason, int percent) {}

  /** The other ticket of a pair that nobody has decided yet. */
  public record Suggestion(Ticket other, Reason reason, int percent) {}

  /** Suggests new pairs, in one round trip. */
  public void add(List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return;
    }
    var now = Instants.bind(clock.instant());
    batch.batchUpdate(
        """
        insert into ticket_suggestion (ticket_id, other_id, reason, percent, suggested_at)
        values (?, ?, ?, ?, ?)
        """,
        pairs.stream()
            .map(
                pair ->
                    new Object[] {
                      Math.min(pair.one(), pair.other()),
                      Math.max(pair.one(), pair.other()),
                      pair.reason().key(),
                      pair.percent(),
                      now
                    })
            .toList());
  }

  /** What is suggested for a ticket, the likeliest first; merged tickets are decided. */
  public List<Suggestion> of(Ticket ticket) {
    return jdbc.sql(
            """
            select t.*, s.reason, s.percent from ticket_suggestion s
            join ticket t on t.id = case when s.ticket_id = :id then s.other_id else s.ticket_id end
            where (s.ticket_id = :id or s.other_id = :id) and s.dismissed_at is null
              and t.merged_into is null
              and not exists (select 1 from ticket_link l
                              where l.ticket_id = s.ticket_id and l.other_id = s.other_id)
            order by s.percent desc, t.id desc
            """)
        .param("id", ticket.id())
        .query(
            (row, number) ->
                new Suggestion(
                    TicketRows.read(row, number),
                    Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
                    row.getInt("percent")))
        .list();
  }

  /** Somebody says that the two are not about one matter. */
  @Transactional
  public void dismiss(String number, String other, String actor) {
    var one = tickets.find(number).orElseThrow();
    var two = tickets.find(other).orElseThrow();
    var by = By.person(actor, clock.instant());
    var done =
        jdbc.sql(
                """
                update ticket_suggestion set dismissed_by = :by, dismissed_at = :at
                where ticket_id = :one and other_id = :other and dismissed_at is null
                """)
            .param("by", actor)
            .param("at", Instants.bind(by.at()))
            .param("one", Math.min(one.id(), two.id()))
            .param("other", Math.max(one.id(), two.id()))
            .update();
    if (done == 1) {
      changes.note(one.id(), "not_the_same", null, other, by);
      changes.note(two.id(), "not_the_same", null, number, by);
    }
  }
}
