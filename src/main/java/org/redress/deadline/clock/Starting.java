package org.redress.deadline.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockWriter;
import org.redress.deadline.Deadline;
import org.redress.deadline.Deadlines;
import org.redress.deadline.Deadlines.Planned;
import org.redress.deadline.DeadlinesStarted;
import org.redress.deadline.DeadlinesStarted.Started;
import org.redress.deadline.Ladders;
import org.redress.deadline.Recount;
import org.redress.calendar.site.WorkingTimes;
import org.redress.deadline.reckoning.Moments;
import org.redress.deadline.reckoning.Policy;
import org.redress.storage.Ids;
import org.redress.ticket.Tickets;
import org.redress.ticket.TicketsOpened;
import org.redress.ticket.TicketsOpened.Opened;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the clocks of new tickets, in two round trips for all of them. */
@Component
class Starting {

  private final Policies policies;
  private final WorkingTimes workingTimes;
  private final ClockStore store;
  private final Ids ids;
  private final ApplicationEventPublisher events;

  Starting(
      Policies policies,
      WorkingTimes workingTimes,
      ClockStore store,
      Ids ids,
      ApplicationEventPublisher events) {
    this.policies = policies;
    this.workingTimes = workingTimes;
    this.store = store;
    this.ids = ids;
    this.events = events;
  }

  /** Where deadlines of new tickets go. */
  @Component
  record ClockStore(Deadlines deadlines, Tickets tickets, ClockWriter writer) {}

  @EventListener
  void start(TicketsOpened event) {
    var planned = new ArrayList<Planned>();
    var started = new ArrayList<Started>();
    var nearest = new HashMap<Long, @Nullable Instant>();
    for (var opened : event.tickets()) {
      var list = deadlines(opened, planned);
      started.add(new Started(opened, list));
      nearest.putAll(ClockWriter.nearest(opened.ticket().id(), list));
    }
    store.deadlines().insert(planned);
    store.tickets().setNextDeadlines(nearest);
    events.publishEvent(new DeadlinesStarted(started));
  }

  private List<Deadline> deadlines(Opened opened, List<Planned> planned) {
    var ticket = opened.ticket();
    var received = opened.complaint().receivedAt();
    var recount =
        new Recount(workingTimes.calendars(), Moments.opened(received, ticket.createdAt()));
    var ladder = opened.decision().the(Ladders.QUESTION);
    var list = new ArrayList<Deadline>();
    for (var policy : policies.of(opened.decision(), ticket.team(), received)) {
      var deadline = recount.of(fresh(ticket.id(), policy, ladder));
      // Who left no address was told on the spot: on the phone, or by the receipt on the screen.
      var told = policy.endsWith().equals(Clocks.ACKNOWLEDGE) && opened.customer().email() == null;
      var entered = told ? deadline.met(ticket.createdAt()) : deadline;
      list.add(entered);
      planned.add(store.writer().planned(entered, recount, Set.of()));
    }
    return list;
  }

  private Deadline fresh(long ticketId, Policy policy, String ladder) {
    return new Deadline(
        ids.next(), ticketId, 1, policy, ladder, null, null, null, null, null, null);
  }
}
