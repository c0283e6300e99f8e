package org.redress.desk.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.decision.Case;
import org.redress.ticket.Ticket;
import org.redress.ticket.Tickets;
import org.redress.ticket.fulltext.Similar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets of any customer whose complaint says much the same as that of another one. */
@Component
class AlikeTickets {

  private static final int MOST_FOUND = 20;
  private static final int MOST_SHOWN = 5;
  private static final int MOST_WORDS = 8;

  private final Similar similar;
  private final Tickets tickets;
  private final JdbcClient jdbc;

  AlikeTickets(Similar similar, Tickets tickets, JdbcClient jdbc) {
    this.similar = similar;
    this.tickets = tickets;
    this.jdbc = jdbc;
  }

  /**
   * One of them.
   *
   * @param percent how much of what tells in the first complaint stands in this one, too
   * @param words what both say
   */
  public record AlikeTicket(Ticket ticket, int percent, List<String> words) {}

  /** The most alike; those that are linked, or were merged, are left out. */
  List<AlikeTicket> to(Ticket ticket, List<Ticket> linked) {
    var known = linked.stream().map(Ticket::id).collect(Collectors.toSet());
    var found = similar.to(ticket.id(), said(ticket), MOST_FOUND);
    var byId = tickets.get(found.stream().map(Similar.Alike::ticket).toList());
    var alike = new ArrayList<AlikeTicket>();
    for (var one : found) {
      var other = byId.get(one.ticket());
      if (other != null && alike.size() < MOST_SHOWN && isFree(other, known)) {
        var words = one.shared().stream().limit(MOST_WORDS).toList();
        alike.add(new AlikeTicket(other, one.percent(), words));
      }
    }
    return alike;
  }

  private boolean isFree(Ticket ticket, Set<Long> known) {
    return !known.contains(ticket.id())
        && tickets.livesOnAs(ticket.number()).equals(ticket.number());
  }

  private String said(Ticket ticket) {
    return jdbc.sql("select subject, text from complaint where id = :id")
        .param("id", ticket.complaintId())
        .query((row, n) -> Case.wholeText(row.getString("subject"), row.getString("text")))
        .single();
  }
}
