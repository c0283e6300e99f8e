package org.redress.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.DeadlinesStarted.Started;
import org.redress.decision.Proposal;
import org.redress.storage.Ids;
import org.redress.ticket.TicketChanged;
import org.redress.ticket.Tickets;
import org.redress.ticket.TicketsOpened;
import org.redress.ticket.TicketsOpened.Opened;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts and stops the clocks of tickets as things happen to them. */
@Component
public class Clocks {

  /** The one obligation that is no care step: telling the customer that the complaint arrived. */
  public static final String ACKNOWLEDGE = "acknowledge";

  private static final String QUESTION = "deadline";

  private final Deadlines deadlines;
  private final DueTimes dueTimes;
  private final Tickets tickets;
  private final Ids ids;
  private final ApplicationEventPublisher events;

  Clocks(
      Deadlines deadlines,
      DueTimes dueTimes,
      Tickets tickets,
      Ids ids,
      ApplicationEventPublisher events) {
    this.deadlines = deadlines;
    this.dueTimes = dueTimes;
    this.tickets = tickets;
    this.ids = ids;
    this.events = events;
  }

  @EventListener
  void start(TicketsOpened event) {
    var started = event.tickets().stream().map(o -> new Started(o, deadlinesOf(o))).toList();
    deadlines.insert(started.stream().flatMap(s -> s.deadlines().stream()).toList());
    var nearest = new HashMap<Long, @Nullable Instant>();
    started.forEach(s -> nearest.put(s.opened().ticket().id(), nearest(s.deadlines())));
    tickets.setNextDeadlines(nearest);
    events.publishEvent(new DeadlinesStarted(started));
  }

  private List<Deadline> deadlinesOf(Opened opened) {
    var answer = opened.decision().answer(QUESTION);
    var list = new ArrayList<Deadline>();
    for (var obligation : answer.values()) {
      answer.chosen().stream()
          .filter(proposal -> proposal.answer().equals(obligation) && proposal.detail() != null)
          .findFirst()
          .ifPresent(proposal -> list.add(deadline(opened, proposal)));
    }
    return list;
  }

  private Deadline deadline(Opened opened, Proposal proposal) {
    var ticket = opened.ticket();
    var after = dueTimes.startsAfter(proposal.answer());
    var calendar = dueTimes.calendarOf(ticket.team());
    var start = ticket.createdAt();
    // Who left no address was told on the spot: on the phone, or by the receipt on the screen.
    var told = proposal.answer().equals(ACKNOWLEDGE) && opened.customer().email() == null;
    return new Deadline(
        ids.next(),
        ticket.id(),
        proposal.answer(),
        after,
        proposal.detail(),
        calendar,
        proposal.rule(),
        after == null ? start : null,
        after == null ? dueTimes.due(calendar, start, proposal.detail()) : null,
        told ? start : null);
  }

  private static @Nullable Instant nearest(List<Deadline> deadlines) {
    return deadlines.stream()
        .filter(Deadline::isOpen)
        .map(Deadline::dueAt)
        .min(Instant::compareTo)
        .orElse(null);
  }

  @EventListener
  void stop(TicketChanged event) {
    var ticketId = event.ticket().id();
    if (event.step() == null) {
      return;
    }
    var step = event.step();
    deadlines.meet(List.of(ticketId), step, event.at());
    for (var deadline : deadlines.of(ticketId)) {
      if (step.equals(deadline.startsAfter()) && deadline.startedAt() == null) {
        var due = dueTimes.due(deadline.calendar(), event.at(), deadline.span());
        deadlines.start(deadline.id(), event.at(), due);
      }
    }
    tickets.setNextDeadlines(deadlines.nearest(List.of(ticketId)));
  }

  /** Customers were told that their complaints arrived. */
  public void acknowledged(List<Long> ticketIds, Instant at) {
    if (!ticketIds.isEmpty()) {
      deadlines.meet(ticketIds, ACKNOWLEDGE, at);
      tickets.setNextDeadlines(deadlines.nearest(ticketIds));
    }
  }
}
