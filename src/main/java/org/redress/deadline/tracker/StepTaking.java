package org.redress.deadline.tracker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.access.Staff;
import org.redress.calendar.Pauses;
import org.redress.deadline.Deadline;
import org.redress.deadline.Ladders;
import org.redress.deadline.Ladders.Next;
import org.redress.deadline.Recount;
import org.redress.deadline.TicketMoments;
import org.redress.calendar.site.WorkingTimes;
import org.redress.deadline.reckoning.Moments;
import org.redress.deadline.tracker.DueSteps.Claim;
import org.redress.ticket.Ticket;
import org.redress.ticket.Tickets;
import org.springframework.stereotype.Component;

/**
 * Takes the due steps of a batch inside one transaction. Tickets are locked before their deadlines
 * are touched, so any number of nodes may look at once and agents may work meanwhile.
 */
@Component
class StepTaking {

  private final DueSteps due;
  private final Tickets tickets;
  private final Reckoner reckoner;
  private final StepWriter writer;
  private final Staff staff;

  StepTaking(DueSteps due, Tickets tickets, Reckoner reckoner, StepWriter writer, Staff staff) {
    this.due = due;
    this.tickets = tickets;
    this.reckoner = reckoner;
    this.writer = writer;
    this.staff = staff;
  }

  /** What times are reckoned by. */
  @Component
  record Reckoner(Ladders ladders, TicketMoments moments, WorkingTimes workingTimes) {}

  private record Step(Deadline deadline, Next next) {}

  /** Takes every step of these deadlines whose time has come; returns how many were. */
  int take(List<Claim> claims, Instant now) {
    var locked = tickets.tryLock(claims.stream().map(Claim::ticketId).collect(Collectors.toSet()));
    var ids =
        claims.stream()
            .filter(c -> locked.containsKey(c.ticketId()))
            .map(Claim::deadlineId)
            .toList();
    if (ids.isEmpty()) {
      return 0;
    }
    var deadlines = due.stillDue(ids, now);
    var taken = writer.taken(deadlines.stream().map(Deadline::id).toList());
    var moments = moments(deadlines, locked);
    var steps = new ArrayList<Step>();
    var plan = new HashMap<Long, @Nullable Instant>();
    for (var deadline : deadlines) {
      var recount =
          new Recount(reckoner.workingTimes().calendars(), moments.get(deadline.ticketId()));
      var done = new HashSet<>(taken.getOrDefault(deadline.id(), Set.of()));
      plan.put(deadline.id(), climb(deadline, recount, done, now, steps));
    }
    steps.sort(Comparator.comparing(step -> step.next().at()));
    var climb = new Climb(staff, now, locked);
    steps.forEach(s -> climb.take(s.deadline(), s.next().step(), s.next().at()));
    writer.write(climb, plan);
    return steps.size();
  }

  /** Gathers the steps whose time has come; returns the time of the one after them. */
  private @Nullable Instant climb(
      Deadline deadline, Recount recount, Set<String> done, Instant now, List<Step> steps) {
    while (true) {
      var next =
          reckoner
              .ladders()
              .next(deadline, recount.reckoning(deadline), recount.moments(), done)
              .orElse(null);
      if (next == null || next.at().isAfter(now)) {
        return next == null ? null : next.at();
      }
      done.add(next.step().when().toString());
      steps.add(new Step(deadline, next));
    }
  }

  /** Only clocks that may pause need to know what happened to their tickets. */
  private Map<Long, Moments> moments(List<Deadline> deadlines, Map<Long, Ticket> locked) {
    var pausing =
        deadlines.stream()
            .filter(deadline -> deadline.policy().pauses())
            .map(deadline -> locked.get(deadline.ticketId()))
            .distinct()
            .toList();
    var moments = new HashMap<Long, Moments>();
    for (var ticket : locked.values()) {
      moments.put(
          ticket.id(),
          new Moments(ticket.createdAt(), List.of(ticket.createdAt()), Map.of(), Pauses.NONE));
    }
    if (!pausing.isEmpty()) {
      moments.putAll(reckoner.moments().of(pausing));
    }
    return moments;
  }
}
