package org.redress.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Staff;
import org.redress.calendar.site.WorkingTimes;
import org.redress.deadline.ClockWriter;
import org.redress.deadline.Deadline;
import org.redress.deadline.Ladders;
import org.redress.deadline.Ladders.Next;
import org.redress.deadline.Recount;
import org.redress.deadline.StepsTaken.Taken;
import org.redress.deadline.clock.Clocks;
import org.redress.deadline.reckoning.Policy;
import org.redress.storage.Ids;
import org.redress.ticket.History;
import org.redress.ticket.TicketStatus;
import org.redress.ticket.care.CareStep;

/** Reckons the deadlines of a ticket from what happened to it, and who stepped in when late. */
final class Clockwork {

  private final Ladders ladders;
  private final ClockWriter writer;
  private final WorkingTimes workingTimes;
  private final Staff staff;
  private final Ids ids;

  Clockwork(Ladders ladders, ClockWriter writer, WorkingTimes workingTimes, Staff staff, Ids ids) {
    this.ladders = ladders;
    this.writer = writer;
    this.workingTimes = workingTimes;
    this.staff = staff;
    this.ids = ids;
  }

  /** One step of a ladder, or the climb of a reopened ticket. */
  private record Climbing(
      Instant at, @Nullable Deadline deadline, String step, @Nullable String handTo) {}

  /** Adds deadlines, steps and handovers to a life that was lived. */
  void wind(Life life) {
    var recount = new Recount(workingTimes.calendars(), life.moments());
    var climbs = new ArrayList<Climbing>();
    for (int round = 1; round <= life.round; round++) {
      for (var policy : life.policies) {
        if (round == 1 || isOwedEachRound(policy)) {
          add(life, policy, round, recount, climbs);
        }
      }
    }
    reopenings(life, climbs);
    climbs.sort(Comparator.comparing(Climbing::at));
    climbs.forEach(climb -> climb(life, climb));
    life.nextDeadline =
        life.deadlines.stream()
            .map(planned -> planned.deadline())
            .filter(Deadline::isOpen)
            .map(Deadline::dueAt)
            .min(Comparator.naturalOrder())
            .orElse(null);
  }

  private static boolean isOwedEachRound(Policy policy) {
    return CareStep.of(policy.obligation()).filter(CareStep::isOwedEachRound).isPresent();
  }

  private void add(Life life, Policy policy, int round, Recount recount, List<Climbing> climbs) {
    var ladder = life.decision.the(Ladders.QUESTION);
    var fresh =
        new Deadline(
            ids.next(), life.id, round, policy, ladder, null, null, null, null, null, null);
    var open = recount.of(fresh);
    var ended = ended(life, open, policy, round);
    var taken = new HashSet<String>();
    var until = ended.metAt() != null ? ended.metAt() : ended.endedAt();
    for (var next = step(open, recount, taken);
        next != null && next.at().isBefore(until == null ? life.now : until);
        next = step(open, recount, taken)) {
      var name = next.step().when().toString();
      taken.add(name);
      climbs.add(new Climbing(next.at(), open, name, next.step().handTo()));
    }
    life.deadlines.add(writer.planned(ended, recount, taken));
  }

  private @Nullable Next step(Deadline open, Recount recount, Set<String> taken) {
    return ladders.next(open, recount.reckoning(open), recount.moments(), taken).orElse(null);
  }

  /** The deadline as it ended, if it did. */
  private static Deadline ended(Life life, Deadline open, Policy policy, int round) {
    if (policy.endsWith().equals(Clocks.ACKNOWLEDGE)) {
      return open.met(life.arrival.at().plusSeconds(40));
    }
    var finished = life.finished();
    var met = finished.get(policy.endsWith() + round);
    if (met != null) {
      return open.met(met);
    }
    return life.status == TicketStatus.CLOSED || round < life.round ? open.ended(life.at) : open;
  }

  /** Who is not content finds the ticket with the next person of the ladder. */
  private static void reopenings(Life life, List<Climbing> climbs) {
    for (var done : life.done) {
      if (done.step() == CareStep.FOLLOW_UP && done.round() < life.round) {
        climbs.add(new Climbing(done.at().plusSeconds(1), null, "reopened", null));
      }
    }
  }

  private void climb(Life life, Climbing climb) {
    var rungs = staff.ladder(life.team);
    var deadline = climb.deadline();
    var rule = deadline == null ? null : deadline.ladder() + ": " + climb.step();
    var before = life.ownerAt(climb.at());
    if (deadline != null) {
      note(
          life,
          climb,
          climb.step().endsWith("%") ? "deadline_near" : "deadline_passed",
          null,
          deadline.obligation(),
          rule);
    }
    var level = deadline == null ? life.level + 1 : level(rungs, climb.handTo());
    if (level > life.level && level <= rungs.size()) {
      var owner = rungs.get(level - 1).user();
      note(life, climb, "level", String.valueOf(life.level), String.valueOf(level), rule);
      if (!owner.equals(before)) {
        note(life, climb, "owner", before, owner, rule);
      }
      life.level = level;
      life.ownedBy(owner, climb.at());
    }
    if (deadline != null) {
      life.steps.add(
          new Taken(deadline.id(), climb.step(), climb.at(), before, life.ownerAt(climb.at())));
    }
  }

  private static void note(
      Life life,
      Climbing climb,
      String event,
      @Nullable String old,
      @Nullable String now,
      @Nullable String rule) {
    var deadline = climb.deadline();
    var clock = deadline == null ? null : deadline.obligation();
    var actor = deadline == null ? Life.OWNER : History.REDRESS;
    life.note(new History.Entry(life.id, climb.at(), actor, event, old, now, rule, clock, null));
  }

  private static int level(List<Staff.Rung> rungs, @Nullable String rank) {
    return rank == null
        ? 0
        : IntStream.range(0, rungs.size())
                .filter(i -> rungs.get(i).rank().equals(rank))
                .findFirst()
                .orElse(-1)
            + 1;
  }
}
