package org.redress.ticket.review;

import java.time.Instant;
import java.time.LocalDate;
import org.redress.storage.Ids;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Ticket;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Notes on tickets what became of corrective actions, and tells who listens. */
@Component
class ActionNotes {

  private final Ids ids;
  private final Changes changes;
  private final ApplicationEventPublisher events;

  ActionNotes(Ids ids, Changes changes, ApplicationEventPublisher events) {
    this.ids = ids;
    this.changes = changes;
    this.events = events;
  }

  CorrectiveAction agreed(Ticket ticket, String what, String owner, LocalDate due, By by) {
    changes.note(ticket.id(), "action_agreed", null, what, by);
    return new CorrectiveAction(
        ids.next(),
        ticket.id(),
        ticket.number(),
        what,
        owner,
        due,
        by.actor(),
        by.at(),
        null,
        null,
        null,
        null);
  }

  void tellAgreed(CorrectiveAction action, Instant due) {
    events.publishEvent(
        new CorrectiveActionAgreed(action.ticketId(), action.id(), action.owner(), due));
  }

  void done(CorrectiveAction action, By by) {
    changes.note(action.ticketId(), "action_done", null, action.what(), by);
    events.publishEvent(new CorrectiveActionDone(action.ticketId(), action.id(), by.at()));
  }

  void checked(CorrectiveAction action, boolean effective, By by) {
    var event = effective ? "action_helped" : "action_did_not_help";
    changes.note(action.ticketId(), event, null, action.what(), by);
  }
}
