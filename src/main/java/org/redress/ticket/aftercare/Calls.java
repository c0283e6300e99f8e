package org.redress.ticket.aftercare;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Instants;
import org.redress.ticket.Ticket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calls that reached nobody. */
@Repository
public class Calls {

  private final JdbcClient jdbc;

  Calls(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The latest call that reached nobody.
   *
   * @param number 1 for the first of the round
   * @param nextAt when to try again; none after the last
   */
  public record Attempt(int number, Instant at, String by, @Nullable Instant nextAt) {}

  void add(Ticket ticket, Attempt attempt) {
    jdbc.sql(
            """
            insert into call_attempt (ticket_id, round, attempt, at, actor, next_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            ticket.id(),
            ticket.round(),
            attempt.number(),
            Instants.bind(attempt.at()),
            attempt.by(),
            Instants.bind(attempt.nextAt()))
        .update();
  }

  /** The latest attempt of the ticket's present round. */
  public Optional<Attempt> latest(Ticket ticket) {
    return jdbc.sql(
            """
            select * from call_attempt where ticket_id = :ticket and round = :round
            order by attempt desc limit 1
            """)
        .param("ticket", ticket.id())
        .param("round", ticket.round())
        .query(
            (row, number) ->
                new Attempt(
                    row.getInt("attempt"),
                    Instants.readPresent(row, "at"),
                    row.getString("actor"),
                    Instants.read(row, "next_at")))
        .optional();
  }
}
