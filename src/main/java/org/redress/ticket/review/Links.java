package org.redress.ticket.review;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.redress.storage.Instants;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketRows;
import org.redress.ticket.Tickets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Complaints that belong together: those that look alike, and those that people linked. */
@Repository
public class Links {

  private static final int MOST = 8;

  private static final String LINKED =
      """
      select other_id from ticket_link where ticket_id = :ticket
      union select ticket_id from ticket_link where other_id = :ticket
      """;

  private final JdbcClient jdbc;
  private final Tickets tickets;
  private final Changes changes;
  private final ReviewSettings settings;
  private final Clock clock;

  Links(JdbcClient jdbc, Tickets tickets, Changes changes, ReviewSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.tickets = tickets;
    this.changes = changes;
    this.settings = settings;
    this.clock = clock;
  }

  /** The tickets that people linked to this one, the newest first. */
  public List<Ticket> of(Ticket ticket) {
    return jdbc.sql("select * from ticket where id in (" + LINKED + ") order by id desc")
        .param("ticket", ticket.id())
        .query(TicketRows::read)
        .list();
  }

  /**
   * The newest tickets of the same customer, or of the same category and cause, from some days
   * before this one on; those that are linked already left out.
   */
  public List<Ticket> similar(Ticket ticket) {
    var since = Instants.bind(ticket.createdAt().minus(Duration.ofDays(settings.similarDays())));
    return jdbc.sql(
            """
            select * from ticket where id in (
              select id from (
                select t.id from ticket t
                where t.category = :category and t.cause = :cause and t.cause <> 'unknown'
                  and t.id <> :ticket and t.created_at >= :since and t.id not in (%1$s)
                order by t.created_at desc, t.id desc limit :most) alike
              union
              select t.id from complaint c join ticket t on t.complaint_id = c.id
              where c.customer_id = :customer and c.received_at >= :since
                and t.id <> :ticket and t.created_at >= :since and t.id not in (%1$s))
            order by created_at desc, id desc limit :most
            """
                .formatted(LINKED))
        .param("ticket", ticket.id())
        .param("since", since)
        .param("category", ticket.verdict().category())
        .param("cause", ticket.verdict().cause())
        .param("customer", ticket.customerId())
        .param("most", MOST)
        .query(TicketRows::read)
        .list();
  }

  /** Links two tickets; nothing happens when they are, or when they are one. */
  @Transactional
  public void link(String number, String other, String actor) {
    var pair = Pair.of(tickets, number, other);
    if (pair.isOne() || isLinked(pair)) {
      return;
    }
    var by = By.person(actor, clock.instant());
    jdbc.sql(
            """
            insert into ticket_link (ticket_id, other_id, linked_by, linked_at)
            values (?, ?, ?, ?)
            """)
        .params(pair.first().id(), pair.second().id(), actor, Instants.bind(by.at()))
        .update();
    note(pair, "linked", by);
  }

  /** Takes a link away. */
  @Transactional
  public void unlink(String number, String other, String actor) {
    var pair = Pair.of(tickets, number, other);
    var removed =
        jdbc.sql("delete from ticket_link where ticket_id = ? and other_id = ?")
            .params(pair.first().id(), pair.second().id())
            .update();
    if (removed == 1) {
      note(pair, "unlinked", By.person(actor, clock.instant()));
    }
  }

  /** Two tickets, locked in the order of their numbers, so that nobody blocks anybody for ever. */
  private record Pair(Ticket first, Ticket second) {

    static Pair of(Tickets tickets, String number, String other) {
      var inOrder = List.of(number, other).stream().sorted().map(tickets::forChange).toList();
      var swapped = inOrder.get(0).id() > inOrder.get(1).id();
      return new Pair(inOrder.get(swapped ? 1 : 0), inOrder.get(swapped ? 0 : 1));
    }

    boolean isOne() {
      return first.id() == second.id();
    }
  }

  private boolean isLinked(Pair pair) {
    return jdbc.sql("select count(*) from ticket_link where ticket_id = ? and other_id = ?")
            .params(pair.first().id(), pair.second().id())
            .query(Long.class)
            .single()
        > 0;
  }

  private void note(Pair pair, String event, By by) {
    changes.note(pair.first().id(), event, null, pair.second().number(), by);
    changes.note(pair.second().id(), event, null, pair.first().number(), by);
  }
}
