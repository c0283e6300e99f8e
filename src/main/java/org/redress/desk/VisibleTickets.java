package org.redress.desk;

import java.util.Optional;
import org.redress.access.Person;
import org.redress.ticket.Ticket;
import org.redress.ticket.Tickets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The tickets that somebody may see: for everybody else they do not exist. */
@Component
public class VisibleTickets {

  private final Tickets tickets;

  VisibleTickets(Tickets tickets) {
    this.tickets = tickets;
  }

  /**
   * A ticket.
   *
   * @throws ResponseStatusException 404 when there is none, or {@code me} may not see it
   */
  public Ticket visible(String number, Person me) {
    return find(number, me)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no ticket %s.".formatted(number)));
  }

  /** A ticket, where there is one that {@code me} may see. */
  public Optional<Ticket> find(String number, Person me) {
    return tickets.find(number).filter(ticket -> me.maySee(ticket.team(), ticket.owner()));
  }
}
