package org.redress.desk.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.access.Staff;
import org.redress.desk.care.StepWork;
import org.redress.ticket.review.CorrectiveAction;
import org.redress.ticket.review.CorrectiveActions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Corrective actions for people and for programs alike; a ticket must be seen to be worked on. */
@Component
public class ActionWork {

  private final StepWork tickets;
  private final CorrectiveActions actions;
  private final Staff staff;

  ActionWork(StepWork tickets, CorrectiveActions actions, Staff staff) {
    this.tickets = tickets;
    this.actions = actions;
    this.staff = staff;
  }

  /**
   * Agrees on an action.
   *
   * @throws IllegalArgumentException naming the field that is missing or cannot be
   */
  public CorrectiveAction agree(
      String number,
      @Nullable String what,
      @Nullable String owner,
      @Nullable LocalDate due,
      Person me) {
    tickets.visible(number, me);
    var user = staff.users().stream().filter(u -> u.name().equals(owner)).findFirst().orElse(null);
    return actions.agree(number, what, user, due, me.name());
  }

  /**
   * The action is done.
   *
   * @throws IllegalArgumentException when the day of the check is missing or past
   */
  public CorrectiveAction done(String number, long id, @Nullable LocalDate checkBy, Person me) {
    actions.done(find(number, id, me), checkBy, me.name());
    return find(number, id, me);
  }

  /**
   * Somebody looked whether it helped.
   *
   * @param effective {@code yes} or {@code no}
   * @throws IllegalArgumentException naming the field that is missing or cannot be
   */
  public CorrectiveAction check(
      String number, long id, @Nullable String effective, @Nullable String note, Person me) {
    if (!"yes".equals(effective) && !"no".equals(effective)) {
      throw new IllegalArgumentException("the field 'effective' must be yes or no");
    }
    actions.checked(find(number, id, me), effective.equals("yes"), note, me.name());
    return find(number, id, me);
  }

  /** The owner of an action may work on it without seeing the ticket's team. */
  private CorrectiveAction find(String number, long id, Person me) {
    var action =
        actions
            .find(id)
            .filter(found -> found.ticket().equals(number))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!action.owner().equals(me.name())) {
      tickets.visible(number, me);
    }
    return action;
  }
}
