package org.redress.ticket.assignment;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.access.Staff;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketStatus;
import org.redress.ticket.Tickets;
import org.redress.ticket.work.NotNow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives tickets to people, or back to their team's queue. */
@Component
public class Giving {

  private final Tickets tickets;
  private final Changes changes;
  private final Staff staff;
  private final Clock clock;

  Giving(Tickets tickets, Changes changes, Staff staff, Clock clock) {
    this.tickets = tickets;
    this.changes = changes;
    this.staff = staff;
    this.clock = clock;
  }

  /**
   * Makes somebody the owner of a ticket.
   *
   * @param owner a user of the ticket's team or of its ladder; none: it waits in the team's queue
   * @throws NotNow when the ticket is closed, or the user does not work for its team
   */
  @Transactional
  public void give(String number, @Nullable String owner, String actor) {
    var ticket = tickets.forChange(number);
    if (ticket.status() == TicketStatus.CLOSED) {
      throw new NotNow(number + " is closed");
    }
    if (owner != null && !owner.equals(actor) && !worksFor(owner, ticket)) {
      throw new NotNow("%s does not work for team %s".formatted(owner, ticket.team()));
    }
    if (!Objects.equals(ticket.owner(), owner)) {
      changes.apply(ticket, ticket.withOwner(owner), By.person(actor, clock.instant()));
    }
  }

  private boolean worksFor(String user, Ticket ticket) {
    var team = staff.teams().get(ticket.team());
    return team != null
        && (team.ladder().containsValue(user)
            || team.members().stream().anyMatch(member -> member.user().equals(user)));
  }
}
