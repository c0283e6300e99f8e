package org.redress.deadline.tracker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.redress.access.Staff;
import org.redress.access.Staff.Rung;
import org.redress.deadline.Deadline;
import org.redress.deadline.StepsTaken.Taken;
import org.redress.deadline.tracker.StepsReached.Reached;
import org.redress.decision.obligation.Ladder;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Changes.Change;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;

/** What the due steps of a batch do to its tickets, in the order of their times. */
final class Climb {

  private final Staff staff;
  private final Instant now;
  private final Map<Long, Ticket> tickets;
  private final List<Change> changes = new ArrayList<>();
  private final List<History.Entry> entries = new ArrayList<>();
  private final List<Taken> taken = new ArrayList<>();
  private final List<Reached> reached = new ArrayList<>();

  /**
   * A batch.
   *
   * @param tickets locked
   */
  Climb(Staff staff, Instant now, Map<Long, Ticket> tickets) {
    this.staff = staff;
    this.now = now;
    this.tickets = new LinkedHashMap<>(tickets);
  }

  /** Takes one step. */
  void take(Deadline deadline, Ladder.Step step, Instant at) {
    var before = tickets.get(deadline.ticketId());
    var by = By.clock(now, deadline.ladder() + ": " + step.when(), deadline.obligation());
    entries.add(
        by.entry(
            before.id(),
            step.when().isBefore() ? "deadline_near" : "deadline_passed",
            null,
            deadline.obligation()));
    var after = handedOver(before, step);
    if (after != before) {
      changes.add(new Change(before, after, by));
      tickets.put(after.id(), after);
    }
    taken.add(new Taken(deadline.id(), step.when().toString(), now, before.owner(), after.owner()));
    reached.add(new Reached(deadline, step, at, after, after != before, told(step, after)));
  }

  /** Never back to a lower rank: the same ticket when it has climbed as high already. */
  private Ticket handedOver(Ticket ticket, Ladder.Step step) {
    if (step.handTo() == null) {
      return ticket;
    }
    var ladder = staff.ladder(ticket.team());
    var level = level(ladder, step.handTo());
    return level > ticket.level()
        ? ticket.withLevel(level).withOwner(ladder.get(level - 1).user())
        : ticket;
  }

  private Set<String> told(Ladder.Step step, Ticket ticket) {
    var ladder = staff.ladder(ticket.team());
    var users = new LinkedHashSet<String>();
    for (var rank : step.tell()) {
      if (!rank.equals(Ladder.OWNER)) {
        holder(ladder, rank, users);
      } else if (ticket.owner() != null) {
        users.add(ticket.owner());
      } else {
        // Nobody owns it yet: somebody must know all the same.
        ladder.stream().findFirst().ifPresent(rung -> users.add(rung.user()));
      }
    }
    if (step.handTo() != null) {
      holder(ladder, step.handTo(), users);
    }
    return users;
  }

  private static void holder(List<Rung> ladder, String rank, Set<String> users) {
    var level = level(ladder, rank);
    if (level > 0) {
      users.add(ladder.get(level - 1).user());
    }
  }

  /** Which level holds a rank, from 1; a team without it has its highest instead, or 0. */
  private static int level(List<Rung> ladder, String rank) {
    return IntStream.range(0, ladder.size())
            .filter(i -> ladder.get(i).rank().equals(rank))
            .findFirst()
            .orElse(ladder.size() - 1)
        + 1;
  }

  List<Change> changes() {
    return changes;
  }

  List<History.Entry> entries() {
    return entries;
  }

  List<Taken> taken() {
    return taken;
  }

  List<Reached> reached() {
    return reached;
  }
}
