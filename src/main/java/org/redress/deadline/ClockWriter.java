package org.redress.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.Deadlines.Planned;
import org.redress.deadline.Ladders.Next;
import org.redress.ticket.Changes.By;
import org.redress.ticket.History;
import org.redress.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Writes deadlines with the next step of their ladders, and tells the history what moved. */
@Component
public class ClockWriter {

  private final Deadlines deadlines;
  private final Ladders ladders;
  private final StepsTaken stepsTaken;
  private final History history;
  private final Tickets tickets;

  ClockWriter(
      Deadlines deadlines,
      Ladders ladders,
      StepsTaken stepsTaken,
      History history,
      Tickets tickets) {
    this.deadlines = deadlines;
    this.ladders = ladders;
    this.stepsTaken = stepsTaken;
    this.history = history;
    this.tickets = tickets;
  }

  /** A deadline before and after, and what it was reckoned from. */
  public record Move(Deadline before, Deadline after, Recount recount, By by) {}

  /** A deadline ready to be written. */
  public Planned planned(Deadline deadline, Recount recount, Set<String> taken) {
    var next = ladders.next(deadline, recount.reckoning(deadline), recount.moments(), taken);
    return new Planned(deadline, next.map(Next::at).orElse(null));
  }

  /** Writes new deadlines of existing tickets. */
  public void insert(List<Planned> planned) {
    deadlines.insert(planned);
    nearest(planned.stream().map(p -> p.deadline().ticketId()).collect(Collectors.toSet()));
  }

  /** Writes those deadlines that are different now. */
  public void move(List<Move> moves) {
    var real = moves.stream().filter(move -> !move.before().equals(move.after())).toList();
    if (real.isEmpty()) {
      return;
    }
    var taken = stepsTaken.of(real.stream().map(move -> move.after().id()).toList());
    var planned = new ArrayList<Planned>();
    var entries = new ArrayList<History.Entry>();
    for (var move : real) {
      var done = stillTaken(move, taken.getOrDefault(move.after().id(), Set.of()));
      planned.add(planned(move.after(), move.recount(), done));
      if (isMoved(move)) {
        entries.add(moved(move));
      }
    }
    deadlines.update(planned);
    history.add(entries);
    nearest(real.stream().map(move -> move.after().ticketId()).collect(Collectors.toSet()));
  }

  /** Steps whose new time is still to come are taken again; the others stay taken. */
  private Set<String> stillTaken(Move move, Set<String> taken) {
    if (taken.isEmpty() || Objects.equals(move.before().dueAt(), move.after().dueAt())) {
      return taken;
    }
    var after = move.after();
    var reckoning = move.recount().reckoning(after);
    var again =
        ladders.ladder(after.ladder()).steps().stream()
            .filter(step -> taken.contains(step.when().toString()))
            .filter(
                step ->
                    ladders
                        .at(step, after, reckoning, move.recount().moments())
                        .filter(next -> next.at().isAfter(move.by().at()))
                        .isPresent())
            .map(step -> step.when().toString())
            .collect(Collectors.toSet());
    stepsTaken.forget(after.id(), again);
    return taken.stream().filter(step -> !again.contains(step)).collect(Collectors.toSet());
  }

  private static boolean isMoved(Move move) {
    return move.after().isOpen()
        && move.before().startedAt() != null
        && !Objects.equals(move.before().dueAt(), move.after().dueAt());
  }

  private static History.Entry moved(Move move) {
    var after = move.after();
    return new History.Entry(
        after.ticketId(),
        move.by().at(),
        History.REDRESS,
        "deadline_moved",
        text(move.before().dueAt()),
        text(after.dueAt()),
        after.rule(),
        after.obligation(),
        move.by().reason());
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  /**
   * Locks tickets before their deadlines are touched, as everybody does: else two could wait for
   * each other for ever.
   */
  public void lock(Collection<Long> ticketIds) {
    tickets.lock(ticketIds);
  }

  /** Sets the nearest deadline of tickets anew. */
  public void nearest(Collection<Long> ticketIds) {
    tickets.setNextDeadlines(deadlines.nearest(ticketIds));
  }

  /** The nearest open one of deadlines that all belong to one new ticket. */
  public static Map<Long, @Nullable Instant> nearest(long ticketId, List<Deadline> deadlines) {
    var nearest =
        deadlines.stream()
            .filter(Deadline::isOpen)
            .map(Deadline::dueAt)
            .min(Instant::compareTo)
            .orElse(null);
    var map = new HashMap<Long, @Nullable Instant>();
    map.put(ticketId, nearest);
    return map;
  }
}
