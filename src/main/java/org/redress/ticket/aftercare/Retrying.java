package org.redress.ticket.aftercare;

import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Ticket;
import org.redress.ticket.aftercare.Calls.Attempt;
import org.redress.ticket.care.CareSettings;
import org.redress.ticket.care.NextCall;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Customers who are not reached are called again, so many times; then a letter is written. */
@Component
class Retrying {

  private final Calls calls;
  private final Changes changes;
  private final CareSettings settings;
  private final NextCall nextCall;
  private final ApplicationEventPublisher events;

  Retrying(
      Calls calls,
      Changes changes,
      CareSettings settings,
      NextCall nextCall,
      ApplicationEventPublisher events) {
    this.calls = calls;
    this.changes = changes;
    this.settings = settings;
    this.nextCall = nextCall;
    this.events = events;
  }

  /** Notes a call that reached nobody; says whether it was the last one. */
  boolean wasLastTry(Ticket ticket, By by) {
    var number = calls.latest(ticket).map(Attempt::number).orElse(0) + 1;
    var last = number >= settings.callTries();
    var next = last ? null : nextCall.after(by.at(), ticket.team());
    calls.add(ticket, new Attempt(number, by.at(), by.actor(), next));
    changes.note(ticket.id(), "not_reached", null, String.valueOf(number), by);
    if (last) {
      events.publishEvent(new CustomerNotReached(ticket));
    }
    return last;
  }
}
